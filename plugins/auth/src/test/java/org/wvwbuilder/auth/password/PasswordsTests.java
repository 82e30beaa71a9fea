package org.wvwbuilder.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.testing.Await;

class PasswordsTests {
    private static final MasterKey KEY = new MasterKey(new byte[32]);
    private final HashingPool pool = new HashingPool();
    private final Passwords passwords = new Passwords(KEY.pepper(), 5, pool);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void twoPasswordsThatShareTheFirst72BytesDoNotMatch() {
        var shared = "x".repeat(72);
        var hash = passwords.hash(shared + "a".repeat(28));
        assertThat(passwords.matches(shared + "a".repeat(28), hash)).isTrue();
        assertThat(passwords.matches(shared + "b".repeat(28), hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before\0after",
                "trailing space ",
                "\u00e9t\u00e9 \u00e0 No\u00ebl",
                "\t",
                "'; DROP TABLE auth_users"
            })
    void everyCharacterCounts(String password) {
        var hash = passwords.hash(password);
        assertThat(passwords.matches(password, hash)).isTrue();
        assertThat(passwords.matches(password.substring(0, password.length() - 1), hash))
                .isFalse();
    }

    /** Made by the bcrypt of Python, on which the original runs. */
    @ParameterizedTest
    @CsvSource({
        "Frontend123!, $2b$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS",
        "Frontend123!, $2y$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS",
        "\u00c9t\u00e9 \u00e0 No\u00ebl 7, $2a$10$xSkSsggGQTK6x7Sor69KRuPEH03IefuI3iC28tl2ReJqPiei7UYuK"
    })
    void aPasswordOfAnotherProgramMatchesAndIsOutdated(String password, String hash) {
        assertThat(Passwords.foreign(hash)).isTrue();
        assertThat(passwords.matches(password, hash)).isTrue();
        assertThat(passwords.matches(password + " ", hash)).isFalse();
        assertThat(passwords.outdated(hash)).isTrue();
        assertThat(passwords.outdated(passwords.hash(password))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2x$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS",
                "$2b$31$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS",
                "$2b$12$1.XtLp7",
                "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
                ""
            })
    void aHashThatWouldBeWeakOrEndlessMatchesNothing(String hash) {
        assertThat(Passwords.foreign(hash)).isFalse();
        assertThat(passwords.matches("Frontend123!", hash)).isFalse();
    }

    @Test
    void aNulDoesNotEndThePassword() {
        assertThat(passwords.matches("before\0other", passwords.hash("before\0after")))
                .isFalse();
    }

    @Test
    void sixtyFourEmojiSurvive() {
        var emoji = "\uD83D\uDE00".repeat(64);
        var hash = passwords.hash(emoji);
        assertThat(passwords.matches(emoji, hash)).isTrue();
        assertThat(passwords.matches("\uD83D\uDE00".repeat(63), hash)).isFalse();
    }

    @Test
    void anAccentMatchesHoweverTheKeyboardComposesIt() {
        assertThat(passwords.matches("e\u0301te\u0301", passwords.hash("\u00e9t\u00e9")))
                .isTrue();
    }

    @Test
    void moreThan256CharactersAreRefusedBeforeAnyWork() {
        assertThat(passwords.matches("\uD83D\uDE00".repeat(256), Passwords.NONE))
                .isFalse();
        assertThatThrownBy(() -> passwords.matches("a".repeat(257), Passwords.NONE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new PasswordRules(12).objection("a".repeat(257), "aria", "aria@guild.example"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> passwords.hash("a".repeat(257)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void anotherPepperMakesEveryHashUseless() {
        var other = new byte[32];
        other[0] = 1;
        var stolen = passwords.hash("correct horse");
        assertThat(new Passwords(new MasterKey(other).pepper(), 5, pool).matches("correct horse", stolen))
                .isFalse();
    }

    @Test
    void noPasswordMatchesTheAccountThatHasNone() {
        assertThat(passwords.matches("none", Passwords.NONE)).isFalse();
        assertThat(passwords.matches("", Passwords.NONE)).isFalse();
    }

    @Test
    void aHashOfOtherRoundsIsOutdatedAndStillMatches() {
        var stronger = new Passwords(KEY.pepper(), 6, pool);
        var hash = passwords.hash("correct horse");
        assertThat(passwords.outdated(hash)).isFalse();
        assertThat(stronger.outdated(hash)).isTrue();
        assertThat(stronger.matches("correct horse", hash)).isTrue();
    }

    @Test
    void whoComesWhenTheQueueIsFullIsToldToComeBack() throws Exception {
        var busy = new CountDownLatch(1);
        try (var small = new HashingPool(1, 1);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new CountDownLatch(1);
            callers.submit(() -> small.run(() -> {
                running.countDown();
                busy.await();
                return 1;
            }));
            running.await();
            callers.submit(() -> small.run(() -> 2));
            Await.until("the queue is full", () -> small.waiting() == 1);
            assertThatThrownBy(() -> small.run(() -> 3)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.status()).isEqualTo(503);
                assertThat(problem.headers()).containsKey("Retry-After");
            });
            busy.countDown();
        }
    }
}
