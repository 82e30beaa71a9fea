package org.wvwbuilder.testing;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Hands a test one fresh {@link TestDatabase} after the other. */
final class Engines implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        // Each is made only when its turn comes, and closed by JUnit when the test ends.
        return Stream.<Supplier<TestDatabase>>of(TestDatabase::sqlite, TestDatabase::postgresql)
                .map(Supplier::get)
                .map(Arguments::of);
    }
}
