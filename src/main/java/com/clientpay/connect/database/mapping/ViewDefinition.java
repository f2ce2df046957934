package com.clientpay.connect.database.mapping;

import com.clientpay.connect.database.scripts.Token;
import com.clientpay.connect.database.scripts.Token.Kind;
import com.clientpay.connect.database.scripts.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a view's columns come from, as far as its text says it plainly: a column of a table by its name, or a constant.
 * Whatever is more than that (an expression, a subquery, a group) is not told rather than guessed; SQL Server itself has no
 * catalogue that would say it for a view that is not bound to its tables.
 *
 * @param branches one for each SELECT of a UNION ALL, else one
 */
record ViewDefinition(List<Branch> branches) {

    /** A column of a table; all in lower case. */
    record TableColumn(String table, String column) {}

    /**
     * One SELECT.
     *
     * @param readsNothing whether it has no FROM, as of what a system has not
     * @param columns by the name in the view, in lower case
     * @param constants by the name in the view, in lower case: the text of what is always the same
     * @param expressions the names in the view, in lower case, of what is computed of something
     * @param fixed columns of its tables that the WHERE clause compares with a constant
     */
    record Branch(
            boolean readsNothing,
            Map<String, TableColumn> columns,
            Map<String, String> constants,
            Set<String> expressions,
            Set<TableColumn> fixed) {}

    private static final Set<String> AFTER_FROM = Set.of("WHERE", "GROUP", "HAVING", "ORDER", "OPTION");
    private static final Set<String> NO_ALIAS = Set.of(
            "WHERE", "GROUP", "HAVING", "ORDER", "OPTION", "WITH", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS",
            "OUTER", "ON", "UNION", "AS");

    /** Empty when the text is no plain CREATE VIEW ... AS SELECT. */
    static Optional<ViewDefinition> of(String text) {
        List<Token> tokens = Tokens.ofCode(text);
        int as = 0;
        while (as < tokens.size() && !tokens.get(as).is("AS")) {
            as++;
        }
        if (as + 1 >= tokens.size() || !tokens.get(as + 1).is("SELECT")) {
            return Optional.empty();
        }
        List<List<Token>> selects = selects(tokens.subList(as + 1, tokens.size()));
        List<String> listed = columnList(tokens.subList(0, as));
        // A view's columns have the names that its first SELECT gives them.
        List<String> names = listed.isEmpty()
                ? items(selects.get(0)).stream().map(Item::name).toList()
                : listed;
        return Optional.of(new ViewDefinition(
                selects.stream().map(select -> branch(select, names)).toList()));
    }

    /** The names in parentheses after the view's own; none when there are no parentheses. */
    private static List<String> columnList(List<Token> head) {
        List<String> names = new ArrayList<>();
        boolean inside = false;
        for (Token token : head) {
            if (token.is('(')) {
                inside = true;
            } else if (inside && isName(token)) {
                names.add(lower(token));
            }
        }
        return names;
    }

    private static List<List<Token>> selects(List<Token> tokens) {
        List<List<Token>> selects = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += depthOf(token);
            if (depth == 0 && token.is("UNION")) {
                selects.add(current);
                current = new ArrayList<>();
            } else if (!token.is(';') && !(current.isEmpty() && token.is("ALL"))) {
                current.add(token);
            }
        }
        selects.add(current);
        return selects;
    }

    private static Branch branch(List<Token> select, List<String> names) {
        Map<String, TableColumn> columns = new HashMap<>();
        Map<String, String> constants = new HashMap<>();
        Set<String> expressions = new HashSet<>();
        int from = indexOf(select, Set.of("FROM"), 0);
        boolean grouped = indexOf(select, Set.of("GROUP", "DISTINCT", "TOP", "EXCEPT", "INTERSECT"), 0) < select.size();
        int where = indexOf(select, AFTER_FROM, from);
        Map<String, Optional<String>> sources = sources(select.subList(Math.min(from, select.size()), where));
        List<Item> items = items(select);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String name = i < names.size() ? names.get(i) : item.name;
            Optional<TableColumn> column = grouped ? Optional.empty() : column(item.expression, sources);
            column.ifPresent(found -> columns.put(name, found));
            List<Token> strings = item.expression.stream()
                    .filter(token -> token.kind() == Kind.STRING)
                    .toList();
            if (column.isEmpty() && strings.size() == 1) {
                String quoted = strings.get(0).text();
                constants.put(name, quoted.substring(quoted.indexOf('\'') + 1, quoted.length() - 1));
            }
            if (item.expression.stream().anyMatch(token -> token.is('('))) {
                expressions.add(name);
            }
        }
        return new Branch(
                from >= select.size(),
                Map.copyOf(columns),
                Map.copyOf(constants),
                Set.copyOf(expressions),
                fixed(select.subList(where, select.size()), sources));
    }

    private record Item(String name, List<Token> expression) {}

    /** The select list. The name of an expression that has none is empty. */
    private static List<Item> items(List<Token> select) {
        int from = indexOf(select, Set.of("FROM", "WHERE"), 0);
        List<Item> items = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : select.subList(1, from)) {
            depth += depthOf(token);
            if (depth == 0 && token.is(',')) {
                items.add(item(current));
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        items.add(item(current));
        return items;
    }

    private static Item item(List<Token> tokens) {
        int size = tokens.size();
        if (size > 2 && isName(tokens.get(0)) && tokens.get(1).is('=')) {
            return new Item(lower(tokens.get(0)), List.copyOf(tokens.subList(2, size)));
        }
        if (size == 0 || !isName(tokens.get(size - 1))) {
            return new Item("", List.copyOf(tokens));
        }
        String name = lower(tokens.get(size - 1));
        if (size == 1 || tokens.get(size - 2).is('.')) {
            return new Item(name, List.copyOf(tokens));
        }
        int end = tokens.get(size - 2).is("AS") ? size - 2 : size - 1;
        return new Item(name, List.copyOf(tokens.subList(0, end)));
    }

    /** Tables by their alias; empty for what is no plain table of this database. */
    private static Map<String, Optional<String>> sources(List<Token> from) {
        Map<String, Optional<String>> sources = new HashMap<>();
        int depth = 0;
        for (int i = 0; i < from.size(); i++) {
            Token token = from.get(i);
            depth += depthOf(token);
            boolean begins = token.is("FROM") || token.is("JOIN") || token.is("APPLY") || token.is(',');
            if (depth != 0 || !begins) {
                continue;
            }
            List<String> parts = new ArrayList<>();
            int next = i + 1;
            while (next < from.size() && isName(from.get(next))) {
                parts.add(lower(from.get(next)));
                if (next + 1 >= from.size() || !from.get(next + 1).is('.')) {
                    next++;
                    break;
                }
                next += 2;
            }
            boolean plain = (parts.size() == 1 || parts.size() == 2)
                    && !(next < from.size() && from.get(next).is('('));
            next = afterParentheses(from, next);
            if (next < from.size() && from.get(next).is("AS")) {
                next++;
            }
            boolean aliased = next < from.size() && isName(from.get(next)) && !isOneOf(from.get(next), NO_ALIAS);
            String alias = aliased ? lower(from.get(next)) : parts.isEmpty() ? "" : parts.get(parts.size() - 1);
            String table = parts.size() == 1 ? "dbo." + parts.get(0) : String.join(".", parts);
            sources.put(alias, plain ? Optional.of(table) : Optional.empty());
        }
        return sources;
    }

    private static int afterParentheses(List<Token> tokens, int start) {
        int i = start;
        int depth = 0;
        while (i < tokens.size() && (depth > 0 || tokens.get(i).is('('))) {
            depth += depthOf(tokens.get(i));
            i++;
        }
        return i;
    }

    /** The table's column that the expression is, when it is nothing else. */
    private static Optional<TableColumn> column(List<Token> expression, Map<String, Optional<String>> sources) {
        if (expression.size() == 1 && isName(expression.get(0)) && sources.size() == 1) {
            return sources.values().iterator().next().map(table -> new TableColumn(table, lower(expression.get(0))));
        }
        if (expression.size() == 3
                && isName(expression.get(0))
                && expression.get(1).is('.')
                && isName(expression.get(2))) {
            return sources.getOrDefault(lower(expression.get(0)), Optional.empty())
                    .map(table -> new TableColumn(table, lower(expression.get(2))));
        }
        return Optional.empty();
    }

    /** With an OR anywhere, nothing is sure. */
    private static Set<TableColumn> fixed(List<Token> where, Map<String, Optional<String>> sources) {
        Set<TableColumn> fixed = new HashSet<>();
        if (where.isEmpty() || !where.get(0).is("WHERE") || where.stream().anyMatch(token -> token.is("OR"))) {
            return fixed;
        }
        for (int i = 1; i + 1 < where.size(); i++) {
            boolean constant =
                    where.get(i + 1).kind() == Kind.NUMBER || where.get(i + 1).kind() == Kind.STRING;
            if (where.get(i).is('=') && constant) {
                column(where.subList(Math.max(1, i - 3), i), sources).ifPresent(fixed::add);
                column(where.subList(Math.max(1, i - 1), i), sources).ifPresent(fixed::add);
            }
        }
        return fixed;
    }

    private static int indexOf(List<Token> tokens, Set<String> words, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            depth += depthOf(tokens.get(i));
            if (depth == 0 && isOneOf(tokens.get(i), words)) {
                return i;
            }
        }
        return tokens.size();
    }

    private static boolean isOneOf(Token token, Set<String> words) {
        return token.kind() == Kind.WORD && words.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static int depthOf(Token token) {
        return token.is('(') ? 1 : token.is(')') ? -1 : 0;
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
    }

    private static String lower(Token token) {
        return token.name().toLowerCase(Locale.ROOT);
    }
}
