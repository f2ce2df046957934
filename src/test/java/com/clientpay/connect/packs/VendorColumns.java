package com.clientpay.connect.packs;

import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.Token;
import com.clientpay.connect.database.scripts.Token.Kind;
import com.clientpay.connect.database.scripts.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which columns of a vendor's tables a pack's scripts name, and which its preflight lists; as {@code table.column}. */
final class VendorColumns {
    private VendorColumns() {}

    /** Of the lines of the preflight's list. */
    static Set<String> listed(Path preflight) throws IOException {
        Set<String> columns = new TreeSet<>();
        for (List<Token> batch : batches(preflight)) {
            for (int i = 0; i + 2 < batch.size(); i++) {
                String table = literal(batch.get(i));
                if (table.startsWith("dbo.") && batch.get(i + 1).is(',')) {
                    columns.add(table.substring("dbo.".length()) + "." + literal(batch.get(i + 2)));
                }
            }
        }
        return columns;
    }

    /**
     * Of every {@code alias.column} in a batch: the column with each table that its alias stands for there. More than one
     * where parts of a batch use one alias for several tables.
     */
    static List<Set<String>> used(Path script) throws IOException {
        List<Set<String>> columns = new ArrayList<>();
        for (List<Token> batch : batches(script)) {
            Map<String, Set<String>> aliases = new HashMap<>();
            Set<String> others = new HashSet<>();
            for (int i = 1; i < batch.size(); i++) {
                if (!batch.get(i - 1).is("FROM") && !batch.get(i - 1).is("JOIN")) {
                    continue;
                }
                boolean vendor = batch.get(i).is("dbo");
                if (vendor || batch.get(i).is("clientpay_internal")) {
                    String alias = batch.get(i + 3).text();
                    if (vendor) {
                        aliases.computeIfAbsent(alias, name -> new TreeSet<>())
                                .add(batch.get(i + 2).text());
                    } else {
                        others.add(alias);
                    }
                } else if (batch.get(i).is('(')) {
                    others.add(batch.get(end(batch, i) + 1).text());
                }
            }
            for (int i = 0; i + 2 < batch.size(); i++) {
                Token alias = batch.get(i);
                boolean starts = i == 0 || !batch.get(i - 1).is('.');
                if (starts && batch.get(i + 1).is('.') && aliases.containsKey(alias.text())) {
                    int at = i + 2;
                    Set<String> found = new TreeSet<>();
                    aliases.get(alias.text())
                            .forEach(table ->
                                    found.add(table + "." + batch.get(at).text()));
                    if (others.contains(alias.text())) {
                        found.add("");
                    }
                    columns.add(found);
                }
            }
        }
        return columns;
    }

    /** The index of the parenthesis that closes the one at this index. */
    private static int end(List<Token> batch, int open) {
        int depth = 0;
        for (int i = open; i < batch.size(); i++) {
            depth += batch.get(i).is('(') ? 1 : batch.get(i).is(')') ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a parenthesis is not closed");
    }

    private static String literal(Token token) {
        String text = token.text();
        return token.kind() == Kind.STRING && text.endsWith("'")
                ? text.substring(text.indexOf('\'') + 1, text.length() - 1)
                : "";
    }

    private static List<List<Token>> batches(Path file) throws IOException {
        return new Script(file.toString(), Files.readString(file))
                .batches().stream().map(Batch::text).map(Tokens::ofCode).toList();
    }
}
