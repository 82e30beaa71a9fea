package org.wvwbuilder.loadtest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a value lies on an axis, from 0 to 1, and where its marks stand. */
sealed interface Scale {
    double at(double value);

    List<Mark> marks();

    record Mark(double value, String label) {}

    static String label(double value) {
        if (value >= 1000 && value % 1000 == 0) return String.format(Locale.ROOT, "%.0fk", value / 1000);
        if (value == Math.rint(value)) return String.format(Locale.ROOT, "%.0f", value);
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
    }

    /** From zero, in steps that people count by. */
    record Even(double most) implements Scale {
        private static final int STEPS = 5;

        static Even upTo(double most) {
            return new Even(most > 0 ? most : 1);
        }

        @Override
        public double at(double value) {
            return value / end();
        }

        private double step() {
            var raw = most / STEPS;
            var power = Math.pow(10, Math.floor(Math.log10(raw)));
            for (var nice : new double[] {1, 2, 2.5, 5}) {
                if (nice * power >= raw) return nice * power;
            }
            return 10 * power;
        }

        private double end() {
            return step() * Math.ceil(most / step() - 1e-9);
        }

        @Override
        public List<Mark> marks() {
            var marks = new ArrayList<Mark>();
            for (var i = 0; i * step() <= end() + 1e-9; i++) marks.add(new Mark(i * step(), label(i * step())));
            return marks;
        }
    }

    /** Each power of ten is as long as the next: short and long times are both readable. */
    record Powers(double least, double most) implements Scale {

        static Powers around(double least, double most) {
            var low = Math.pow(10, Math.floor(Math.log10(Math.max(0.001, least))));
            var high = Math.pow(10, Math.ceil(Math.log10(Math.max(low * 1.01, most))));
            return new Powers(low, high);
        }

        @Override
        public double at(double value) {
            return Math.log(Math.max(least, value) / least) / Math.log(most / least);
        }

        @Override
        public List<Mark> marks() {
            var marks = new ArrayList<Mark>();
            for (var value = least; value <= most * 1.001; value *= 10) marks.add(new Mark(value, label(round(value))));
            return marks;
        }

        private static double round(double value) {
            return value >= 1 ? Math.rint(value) : Math.rint(value * 1000) / 1000;
        }
    }

    /** Percentiles by how few lie above them: 90, 99, 99.9 stand equally far from each other. */
    record Percentiles(double nines) implements Scale {

        @Override
        public double at(double percentile) {
            return Math.min(1, -Math.log10(Math.max(1e-9, 1 - percentile / 100)) / nines);
        }

        @Override
        public List<Mark> marks() {
            return java.util.stream.DoubleStream.of(0, 50, 75, 90, 95, 99, 99.9, 99.99, 99.999)
                    .filter(percent -> -Math.log10(1 - percent / 100) <= nines + 1e-9)
                    .mapToObj(percent -> new Mark(percent, percent == 0 ? "0 %" : label(percent)))
                    .toList();
        }
    }
}
