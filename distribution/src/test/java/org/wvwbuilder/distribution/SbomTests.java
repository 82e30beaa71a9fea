package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of components, by the schema of CycloneDX itself. */
class SbomTests {
    private static final String OFFICIAL = "http://cyclonedx.org/schema/";
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V7,
                    factory -> factory.schemaMappers(mappers -> mappers.mapPrefix(OFFICIAL, "classpath:")))
            .getSchema(SchemaLocation.of(OFFICIAL + "bom-1.6.schema.json"));

    private static String list() throws Exception {
        return Files.readString(Tarball.home().resolve("sbom.cdx.json"));
    }

    private static Set<ValidationMessage> faults(String list) {
        return SCHEMA.validate(
                list, InputFormat.JSON, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    @Test
    void itIsValid() throws Exception {
        assertThat(faults(list())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "specVersion"       | "specification"
            "type": "library"   | "type": "libary"
            "alg": "SHA-256"    | "alg": "SHA256"
            "content": "        | "content": "z
            "bom-ref":          | "ref":
            """)
    void whatIsWrongInItIsFound(String right, String wrong) throws Exception {
        var list = list();
        assertThat(list).contains(right);
        assertThat(faults(list.replaceFirst(right, wrong))).isNotEmpty();
    }
}
