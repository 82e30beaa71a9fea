package org.wvwbuilder.squads.export;

import java.util.List;
import java.util.stream.Collectors;
import org.wvwbuilder.squads.export.Sheet.Group;
import org.wvwbuilder.squads.export.Sheet.Measure;

/** A squad as a picture: a card for each subgroup, two beside each other, a stripe in the colour of each profession. */
final class Picture {
    private static final int BACKGROUND = 0;
    private static final int CARD = 1;
    private static final int TEXT = 2;
    private static final int DIM = 3;
    private static final int ACCENT = 4;
    private static final int BAD = 5;
    private static final int FIRST_PROFESSION = 6;
    private static final List<String> PROFESSIONS = List.of(
            "Guardian", "Warrior", "Engineer", "Ranger", "Thief", "Elementalist", "Mesmer", "Necromancer", "Revenant");
    private static final int[] PALETTE = {
        0x14161c, 0x20242e, 0xf2f3f5, 0x9aa3b2, 0xe0b354, 0xff7b72, 0x72c1d9, 0xffd166, 0xd09c59, 0x8cdc82, 0xc08f95,
        0xf68a87, 0xb679d5, 0x52a76f, 0xd16e5a
    };

    private static final int SCALE = 2;
    private static final int LINE = Letters.HEIGHT * SCALE + 4;
    private static final int EDGE = 24;
    private static final int GAP = 16;
    private static final int CARD_WIDTH = 560;
    private static final int ROWS = 5;
    private static final int CARD_HEIGHT = (ROWS + 2) * LINE + 20;
    private static final int HEAD = 3 * LINE + 16;
    private static final int WIDTH = 2 * EDGE + 2 * CARD_WIDTH + GAP;

    private final Canvas canvas;

    private Picture(int cards) {
        int lines = Math.max(1, Math.ceilDiv(cards, 2));
        canvas = new Canvas(WIDTH, EDGE + HEAD + lines * (CARD_HEIGHT + GAP) + EDGE - GAP, BACKGROUND);
    }

    static byte[] write(Sheet sheet) {
        var picture = new Picture(sheet.groups().size());
        picture.head(sheet);
        for (int i = 0; i < sheet.groups().size(); i++) {
            int x = EDGE + i % 2 * (CARD_WIDTH + GAP);
            int y = EDGE + HEAD + i / 2 * (CARD_HEIGHT + GAP);
            picture.card(sheet.groups().get(i), x, y);
        }
        return Png.write(picture.canvas, PALETTE);
    }

    private void head(Sheet sheet) {
        line(sheet.title(), EDGE, EDGE, WIDTH - 2 * EDGE, 3, ACCENT);
        line(sheet.subtitle(), EDGE, EDGE + LINE + 12, WIDTH - 2 * EDGE, SCALE, DIM);
        boolean met = sheet.squad().stream().allMatch(Measure::met);
        var squad = sheet.squad().stream().map(Measure::toString).collect(Collectors.joining("   "));
        line(squad, EDGE, EDGE + 2 * LINE + 12, WIDTH - 2 * EDGE, SCALE, met ? DIM : BAD);
    }

    private void card(Group group, int x, int y) {
        canvas.fill(x, y, CARD_WIDTH, CARD_HEIGHT, CARD);
        int inside = CARD_WIDTH - 32;
        line("Subgroup " + group.number(), x + 16, y + 10, inside, SCALE, ACCENT);
        for (int i = 0; i < Math.min(ROWS, group.rows().size()); i++) {
            var row = group.rows().get(i);
            int top = y + 10 + (i + 1) * LINE;
            int profession = PROFESSIONS.indexOf(row.profession());
            canvas.fill(x + 16, top + 2, 6, LINE - 6, profession < 0 ? DIM : FIRST_PROFESSION + profession);
            var player = row.player().isEmpty() ? "(open)" : row.player();
            line(player, x + 32, top, inside / 2 - 24, SCALE, row.player().isEmpty() ? DIM : TEXT);
            line(row.build(), x + 16 + inside / 2, top, inside / 2, SCALE, DIM);
        }
        var missing = group.missing().isEmpty() ? "all rules met" : "missing " + PlainText.missing(group);
        int colour = group.missing().isEmpty() ? DIM : BAD;
        line(group.measures().isEmpty() ? "" : missing, x + 16, y + 10 + (ROWS + 1) * LINE, inside, SCALE, colour);
    }

    private void line(String text, int x, int y, int width, int scale, int colour) {
        canvas.text(Letters.fitting(text, width / scale), x, y, scale, colour);
    }
}
