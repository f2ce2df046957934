package com.clientpay.connect.bench;

import com.clientpay.connect.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of what was measured: printed, and written to {@code target/bench.json}. */
final class Evidence {
    /** A limit that is less certain than this is not judged. */
    private static final double STEADY = 0.15;

    /**
     * One line of it.
     *
     * @param figure what was measured
     * @param beside its limit, measured in the same run
     * @param ratio of the two, what is reached for on its right side
     * @param verdict whether it was reached; or that the machine was too restless to say
     */
    record Row(String what, String figure, String beside, String ratio, String verdict) {}

    private final List<Row> rows = new ArrayList<>();

    /** @param isReached what the medians say */
    void add(String what, String figure, String beside, String ratio, boolean isReached, List<Figure> figures) {
        boolean isSteady = figures.stream().allMatch(one -> one.spread() < STEADY);
        rows.add(new Row(
                what,
                figure,
                beside,
                ratio,
                isReached ? "reached" : isSteady ? "NOT REACHED" : "restless, not judged"));
    }

    /**
     * As a table for people, and as JSON, if there is anything; what was not reached is said and no failure: machines
     * differ.
     */
    void print(Path json) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("what", "measured", "beside", "ratio", "verdict"));
        rows.forEach(row -> cells.add(List.of(row.what(), row.figure(), row.beside(), row.ratio(), row.verdict())));
        StringBuilder table = new StringBuilder("\n");
        for (List<String> line : cells) {
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = cells.stream()
                        .mapToInt(one -> one.get(at).length())
                        .max()
                        .orElse(0);
                table.append(line.get(column))
                        .append(" ".repeat(width - line.get(column).length() + 2));
            }
            table.append("\n");
        }
        System.out.println(table);
        Files.writeString(
                json, Json.text(Map.of("rows", rows.stream().map(Evidence::map).toList())));
    }

    private static Map<String, String> map(Row row) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("what", row.what());
        map.put("measured", row.figure());
        map.put("beside", row.beside());
        map.put("ratio", row.ratio());
        map.put("verdict", row.verdict());
        return map;
    }
}
