package org.wvwbuilder.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.Serial;

/** Reads texts, but none with U+0000: PostgreSQL cannot keep it, and nobody means it. */
final class NoNul extends StdScalarDeserializer<String> {
    @Serial
    private static final long serialVersionUID = 1;

    /** A text that has it. */
    static final class Found extends JsonMappingException {
        @Serial
        private static final long serialVersionUID = 1;

        Found(JsonParser parser) {
            super(parser, "U+0000");
        }
    }

    NoNul() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) throw new Found(parser);
        return text;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }
}
