package org.wvwbuilder.squads.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PictureTests {

    @Test
    void accentsStandAboveTheirLettersAndNothingIsLost() {
        assertThat(points("é"))
                .containsAll(points("e"))
                .hasSizeGreaterThan(points("e").size());
        assertThat(points("ç").last()).startsWith("11");
        assertThat(points("日")).isEqualTo(points("本")).isNotEmpty();
        assertThat(Letters.width("é")).isEqualTo(Letters.width("e"));
        assertThat(Letters.width("🦀x")).isEqualTo(2 * Letters.WIDTH);
        for (char c = '!'; c <= '~'; c++) assertThat(points("" + c)).as("" + c).isNotEmpty();
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(Letters.fitting("Short", 60)).isEqualTo("Short");
        assertThat(Letters.fitting("A name that is far too long", 60)).isEqualTo("A name t..");
        assertThat(Letters.width(Letters.fitting("🦀".repeat(50), 60))).isLessThanOrEqualTo(60);
    }

    @Test
    void noCellOfASpreadsheetStartsAFormula() {
        for (var text : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1"}) {
            assertThat(Csv.cell(text)).startsWith("'");
        }
        assertThat(Csv.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
        assertThat(Csv.cell("=a,b")).isEqualTo("\"'=a,b\"");
        assertThat(Csv.cell("Aya")).isEqualTo("Aya");
    }

    /** Row and column of each point. */
    private static TreeSet<String> points(String text) {
        var points = new TreeSet<String>();
        Letters.draw(text, (x, y) -> points.add("%02d,%02d".formatted(y, x)));
        return points;
    }
}
