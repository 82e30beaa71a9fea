package com.example.killfeed;

/** How many each team killed. */
public record Kills(long red, long blue, long green) {
    static final Kills NONE = new Kills(0, 0, 0);

    /** A count that fell began again at zero: each Friday the same match is a new one. */
    Kills since(Kills before) {
        if (red < before.red || blue < before.blue || green < before.green) return this;
        return new Kills(red - before.red, blue - before.blue, green - before.green);
    }

    long sum() {
        return red + blue + green;
    }
}
