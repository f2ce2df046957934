package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.BatchLayoutFile;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the packs of real systems without a server. */
class PackPreflightTest {

    @ParameterizedTest
    @ValueSource(strings = {"elite-3e", "aderant-expert", "elite-enterprise", "prolaw"})
    void a_preflight_lists_every_column_that_the_scripts_name_and_no_other(String pack) throws Exception {
        Path folder = TestSqlServer.SCRIPTS.resolve("systems").resolve(pack);
        Set<String> listed = VendorColumns.listed(folder.resolve("00-Preflight.sql"));
        assertFalse(listed.isEmpty());
        Set<String> named = new TreeSet<>();
        List<Set<String>> unlisted = new ArrayList<>();
        for (Path script : ScriptSet.files(folder)) {
            if (script.endsWith("00-Preflight.sql")) {
                continue;
            }
            for (Set<String> candidates : VendorColumns.used(script)) {
                Set<String> known = new TreeSet<>(candidates);
                known.retainAll(listed);
                named.addAll(known);
                if (known.isEmpty() && !candidates.contains("")) {
                    unlisted.add(candidates);
                }
            }
        }
        assertEquals(List.of(), unlisted);
        assertEquals(listed, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elite-3e", "aderant-expert", "elite-enterprise"})
    void a_layout_of_receipt_files_has_a_name_for_each_of_its_columns_and_no_mistakes(String pack) throws Exception {
        BatchLayout layout = BatchLayoutFile.ofSystem(pack);
        if (!layout.header().isEmpty()) {
            String names = layout.header().get(0).fill(Map.of());
            assertEquals(layout.columns().size(), names.split(",").length, names);
            if (!layout.receiptColumns().isEmpty()) {
                assertEquals(layout.columns().size(), layout.receiptColumns().size(), names);
            }
        }
        if (!layout.receiptColumns().isEmpty()) {
            assertEquals(layout.columns().size(), layout.receiptColumns().size());
        }
        assertTrue(layout.columns().size() > 10);
    }
}
