package org.wvwbuilder.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.ChatLinkFault;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Template;

/** Reading and writing a build link, of an Engineer and of a Revenant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChatLinkBenchmark {

    @Param({
        "[&DQMGOyYvRh4qDyoPhgCGABoblQEQGwcBCRuJAQAAAAAAAAAAAAAAAAAAAAACVQAzAAA=]",
        "[&DQkAAAAARQDcEdwRAAAAACsSAADUEQAAAAAAAAQCAwDUESsSAAAAAAAAAAA=]"
    })
    public String link;

    private BuildTemplate template;
    private Catalogue catalogue;

    @Setup
    public void prepare() throws ChatLinkFault {
        template = ChatLink.decode(link);
        catalogue = Catalogue.load();
    }

    @Benchmark
    public BuildTemplate decode() throws ChatLinkFault {
        return ChatLink.decode(link);
    }

    @Benchmark
    public String encode() {
        return ChatLink.encode(template);
    }

    @Benchmark
    public Template describe() throws ChatLinkFault {
        return Describer.describe(catalogue, ChatLink.decode(link));
    }
}
