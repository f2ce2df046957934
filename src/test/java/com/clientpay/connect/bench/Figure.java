package com.clientpay.connect.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What several repetitions of one measurement came to.
 *
 * @param median of them
 * @param spread half the distance between the least and the greatest, as a part of the median
 */
record Figure(double median, double spread) {

    static Figure of(List<Double> repetitions) {
        double[] sorted =
                repetitions.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = sorted[sorted.length / 2];
        double width = Arrays.stream(sorted).max().orElse(0)
                - Arrays.stream(sorted).min().orElse(0);
        return new Figure(median, median == 0 ? 0 : width / 2 / median);
    }

    String text(String unit) {
        String number = median >= 100
                ? String.format(Locale.ROOT, "%,.0f", median)
                : String.format(Locale.ROOT, median >= 10 ? "%.1f" : "%.2f", median);
        return number + unit + String.format(Locale.ROOT, " ±%.0f%%", spread * 100);
    }
}
