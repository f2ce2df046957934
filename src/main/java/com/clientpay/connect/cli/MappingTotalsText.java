package com.clientpay.connect.cli;

import com.clientpay.connect.database.signoff.Comparison;
import com.clientpay.connect.database.signoff.Difference;
import com.clientpay.connect.database.signoff.MappingTotals;
import com.clientpay.connect.database.signoff.Sum;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The totals of a mapping, for accounting to compare with its own reports. */
final class MappingTotalsText {
    private MappingTotalsText() {}

    static void print(PrintWriter out, MappingTotals totals) {
        out.println("What the connector offers");
        new Table("WHAT", "COUNT", "TOTAL")
                .row("open invoices (A/R)", count(totals.openInvoices()), total(totals.openInvoices()))
                .row("trust ledgers", count(totals.trustLedgers()), total(totals.trustLedgers()))
                .print(out, "");
        if (totals.comparisons().isEmpty()) {
            out.println();
            out.println("The system's pack has no second way to these totals.");
        }
        totals.comparisons().forEach(comparison -> print(out, comparison));
    }

    private static void print(PrintWriter out, Comparison comparison) {
        out.println();
        out.println(Terminal.cleanLine(comparison.title() + " (" + comparison.measure() + "), in two ways"));
        new Table("WAY", "COUNT", "TOTAL")
                .row(comparison.firstWay(), count(comparison.first()), total(comparison.first()))
                .row(comparison.secondWay(), count(comparison.second()), total(comparison.second()))
                .row("differ, in all", count(comparison.different()), total(comparison.different()))
                .print(out, "");
        if (comparison.largest().isEmpty()) {
            return;
        }
        out.println(
                comparison.largest().size() < comparison.different().count()
                        ? "The " + comparison.largest().size() + " largest differences"
                        : "The differences");
        Table table = new Table("ITEM", "FIRST", "SECOND", "DIFFERENCE");
        for (Difference difference : comparison.largest()) {
            table.row(
                    difference.item(),
                    difference.first().map(BigDecimal::toPlainString).orElse(""),
                    difference.second().map(BigDecimal::toPlainString).orElse(""),
                    difference.amount().toPlainString());
        }
        table.print(out, "");
    }

    private static String count(Sum sum) {
        return Long.toString(sum.count());
    }

    private static String total(Sum sum) {
        return sum.total().toPlainString();
    }

    /** Money is text, as everywhere. */
    static Map<String, Object> json(MappingTotals totals) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("openInvoices", json(totals.openInvoices()));
        answer.put("trustLedgers", json(totals.trustLedgers()));
        answer.put(
                "comparisons",
                totals.comparisons().stream().map(MappingTotalsText::json).toList());
        return answer;
    }

    private static Map<String, Object> json(Comparison comparison) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", comparison.name());
        one.put("measure", comparison.measure());
        one.put("title", comparison.title());
        one.put("firstWay", comparison.firstWay());
        one.put("secondWay", comparison.secondWay());
        one.put("first", json(comparison.first()));
        one.put("second", json(comparison.second()));
        one.put("different", json(comparison.different()));
        one.put(
                "largest",
                comparison.largest().stream().map(MappingTotalsText::json).toList());
        return one;
    }

    private static Map<String, Object> json(Difference difference) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("item", difference.item());
        one.put("first", difference.first().map(BigDecimal::toPlainString));
        one.put("second", difference.second().map(BigDecimal::toPlainString));
        one.put("difference", difference.amount().toPlainString());
        return one;
    }

    private static Map<String, Object> json(Sum sum) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("count", sum.count());
        one.put("total", total(sum));
        return one;
    }
}
