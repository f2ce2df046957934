package com.clientpay.connect.diagnostics.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** The few numbers of the Java runtime that say whether it is short of something. */
final class JvmMetrics {
    private static final double MILLIS = 1000;

    private JvmMetrics() {}

    static void register(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("process_uptime_seconds")
                .help("How long the connector has been running.")
                .callback(
                        gauge -> gauge.call(ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jvm_memory_used_bytes")
                .help("Memory in use.")
                .labelNames("area")
                .callback(gauge -> {
                    gauge.call(heap().getUsed(), "heap");
                    gauge.call(
                            ManagementFactory.getMemoryMXBean()
                                    .getNonHeapMemoryUsage()
                                    .getUsed(),
                            "nonheap");
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("jvm_memory_max_bytes")
                .help("Most memory the heap may take.")
                .callback(gauge -> gauge.call(heap().getMax()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jvm_threads")
                .help("Live threads.")
                .callback(
                        gauge -> gauge.call(ManagementFactory.getThreadMXBean().getThreadCount()))
                .register(registry);
        CounterWithCallback.builder()
                .name("jvm_gc_collections_total")
                .help("Garbage collections.")
                .labelNames("collector")
                .callback(counter -> {
                    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                        counter.call(Math.max(0, collector.getCollectionCount()), collector.getName());
                    }
                })
                .register(registry);
        CounterWithCallback.builder()
                .name("jvm_gc_seconds_total")
                .help("Time spent collecting garbage.")
                .labelNames("collector")
                .callback(counter -> {
                    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                        counter.call(Math.max(0, collector.getCollectionTime()) / MILLIS, collector.getName());
                    }
                })
                .register(registry);
    }

    private static MemoryUsage heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }
}
