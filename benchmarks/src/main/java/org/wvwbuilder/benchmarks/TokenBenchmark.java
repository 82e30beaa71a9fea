package org.wvwbuilder.benchmarks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wvwbuilder.auth.AuthPlugin;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.auth.token.AccessTokens;
import org.wvwbuilder.auth.token.SigningKeys;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.testing.PluginTables;
import org.wvwbuilder.testing.TestDatabase;

/** Making and checking an access token: the second is the price of every request of somebody who is signed in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TokenBenchmark {
    private TestDatabase database;
    private DataHost data;
    private AccessTokens tokens;
    private String token;

    @Setup
    public void prepare() throws Exception {
        var clock = InstantSource.system();
        database = TestDatabase.sqlite();
        data = DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(Optional.empty(), Optional.empty(), Optional.empty(), 2, Duration.ofSeconds(10)),
                clock);
        data.migrate(PluginTables.of("auth", AuthPlugin.class, "META-INF/wvw/migrations/V1__accounts.sql"));
        var keys = new SigningKeys(data.database(), new MasterKey(new byte[32]).box(), clock);
        keys.ensure();
        tokens = new AccessTokens(keys, Duration.ofMinutes(15), clock);
        token = sign();
    }

    @TearDown
    public void close() throws Exception {
        data.close();
        database.close();
    }

    @Benchmark
    public String sign() {
        return tokens.sign("01a227dc-ecca-76d6-b96d-098ca3ced857", "01a227dc-f738-766b-bc8d-1e4d98922648", "member");
    }

    @Benchmark
    public AccessTokens.Verified verify() throws Exception {
        return tokens.verify(token);
    }
}
