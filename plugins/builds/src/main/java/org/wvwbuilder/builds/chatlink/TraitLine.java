package org.wvwbuilder.builds.chatlink;

/**
 * A specialization with its three trait choices.
 *
 * @param specialization its id; 0 for an empty line
 * @param adept 0 for none, 1 top, 2 middle, 3 bottom
 * @param master likewise
 * @param grandmaster likewise
 * @param spareBits the two bits above the choices that the game leaves at 0
 */
public record TraitLine(int specialization, int adept, int master, int grandmaster, int spareBits) {

    public TraitLine {
        Unsigned.fit("a specialization id", specialization, 0xFF);
        Unsigned.fit("the adept choice", adept, 3);
        Unsigned.fit("the master choice", master, 3);
        Unsigned.fit("the grandmaster choice", grandmaster, 3);
        Unsigned.fit("the spare bits", spareBits, 3);
    }

    /** A line whose choices are packed as in a link: two bits each, adept lowest. */
    public static TraitLine packed(int specialization, int choices) {
        return new TraitLine(specialization, choices & 3, choices >> 2 & 3, choices >> 4 & 3, choices >> 6 & 3);
    }

    int packedChoices() {
        return adept | master << 2 | grandmaster << 4 | spareBits << 6;
    }
}
