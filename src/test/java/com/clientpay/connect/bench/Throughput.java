package com.clientpay.connect.bench;

import com.clientpay.connect.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a run of calls came to, as a line of JSON from one process to another.
 *
 * @param calls answered well
 * @param bad answered otherwise
 * @param perSecond calls by the wall clock
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Throughput(long calls, long bad, double perSecond, double p50, double p99) {

    /** @param nanos of each call */
    static Throughput of(List<long[]> nanos, long bad, double seconds) {
        long[] all = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return all.length == 0
                ? new Throughput(0, bad, 0, 0, 0)
                : new Throughput(
                        all.length,
                        bad,
                        all.length / seconds,
                        all[all.length / 2] / 1e6,
                        all[(int) (all.length * 0.99)] / 1e6);
    }

    String line() {
        return Json.text(Map.of("calls", calls, "bad", bad, "perSecond", perSecond, "p50", p50, "p99", p99));
    }

    static Throughput read(String line) {
        JsonNode json = Json.read(line);
        return new Throughput(
                json.get("calls").longValue(),
                json.get("bad").longValue(),
                json.get("perSecond").doubleValue(),
                json.get("p50").doubleValue(),
                json.get("p99").doubleValue());
    }
}
