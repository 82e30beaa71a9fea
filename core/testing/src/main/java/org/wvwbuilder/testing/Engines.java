package org.wvwbuilder.testing;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Hands a test one fresh {@link TestDatabase} after the other. With {@code -Dtests.engine=sqlite} PostgreSQL has no turn:
 * for the mutants, which run through the same tests hundreds of times.
 */
final class Engines implements ArgumentsProvider {
    private static final boolean ONE = "sqlite".equals(System.getProperty("tests.engine"));

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        // Each is made only when its turn comes, and closed by JUnit when the test ends.
        return Stream.<Supplier<TestDatabase>>of(TestDatabase::sqlite, TestDatabase::postgresql)
                .limit(ONE ? 1 : 2)
                .map(Supplier::get)
                .map(Arguments::of);
    }
}
