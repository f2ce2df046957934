package com.clientpay.connect.database.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.mapping.ViewDefinition.Branch;
import com.clientpay.connect.database.mapping.ViewDefinition.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewDefinitionTest {
    @Test
    void columns_come_from_the_tables_behind_their_aliases() {
        Branch branch = only("""
                /* a comment, FROM nowhere */
                CREATE VIEW clientpay_internal.MapMatter
                AS
                SELECT
                    m.MattIndex AS MatterId,
                    m.[Number] MatterNumber,
                    ClientName = c.DisplayName,
                    c.Number,
                    RTRIM(m.DisplayName) AS MatterName -- padded
                FROM [dbo].Matter AS m
                LEFT JOIN Client c ON c.ClientIndex = m.Client;
                """);
        assertEquals(
                Map.of(
                        "matterid", new TableColumn("dbo.matter", "mattindex"),
                        "matternumber", new TableColumn("dbo.matter", "number"),
                        "clientname", new TableColumn("dbo.client", "displayname"),
                        "number", new TableColumn("dbo.client", "number")),
                branch.columns());
    }

    @Test
    void a_table_without_alias_goes_by_its_own_name_or_by_none() {
        Branch branch =
                only("CREATE VIEW v AS SELECT Invoice.Id, Number FROM firm.Invoice WITH (NOLOCK) WHERE IsOpen = 1");
        assertEquals(
                Map.of(
                        "id",
                        new TableColumn("firm.invoice", "id"),
                        "number",
                        new TableColumn("firm.invoice", "number")),
                branch.columns());
        assertEquals(Set.of(new TableColumn("firm.invoice", "isopen")), branch.fixed());
    }

    @Test
    void the_names_in_parentheses_go_before_those_of_the_select() {
        Branch branch = only("CREATE VIEW v (A, B) AS SELECT t.X, t.Y AS Z FROM s.T t");
        assertEquals(Map.of("a", new TableColumn("s.t", "x"), "b", new TableColumn("s.t", "y")), branch.columns());
    }

    @Test
    void each_select_of_a_union_has_its_constants() {
        List<Branch> branches = parse("""
                CREATE VIEW clientpay_internal.MapMatterField
                AS
                SELECT CONVERT(varchar(64), 'OFFICE') AS Field, m.Office AS Value, m.MatterId FROM firm.Matter m
                UNION ALL
                SELECT N'PARTNER', p.Name, p.Matter FROM firm.Partner p WHERE p.Kind = 'LEAD' AND 2 = p.Level;
                """).orElseThrow().branches();
        assertEquals(
                List.of("OFFICE", "PARTNER"),
                branches.stream().map(b -> b.constants().get("field")).toList());
        assertEquals(
                new TableColumn("firm.partner", "name"),
                branches.get(1).columns().get("value"));
        assertEquals(
                Set.of(new TableColumn("firm.partner", "kind")), branches.get(1).fixed());
    }

    @Test
    void what_is_more_than_a_column_is_not_told() {
        for (String select : List.of(
                "SELECT MAX(t.A) AS A FROM s.T t GROUP BY t.B",
                "SELECT DISTINCT t.A FROM s.T t",
                "SELECT x.A FROM (SELECT t.A FROM s.T t) x",
                "SELECT f.A FROM s.F(1) f",
                "SELECT t.A FROM other.dbo.T t",
                "SELECT t.A COLLATE Latin1_General_BIN2 AS A FROM s.T t",
                "SELECT A FROM s.T t JOIN s.U u ON u.Id = t.Id")) {
            assertEquals(Map.of(), only("CREATE VIEW v AS " + select).columns(), select);
        }
        assertFalse(parse("CREATE VIEW v AS WITH x AS (SELECT 1 AS A) SELECT A FROM x")
                .isPresent());
    }

    @Test
    void what_is_computed_is_told_from_what_cannot_be_followed_and_from_what_reads_nothing() {
        Branch branch = only("CREATE VIEW v AS SELECT CONVERT(varchar(20), t.A) AS A, d.B, t.C FROM s.T t"
                + " JOIN (SELECT B FROM s.U) d ON d.B = t.C");
        assertEquals(Set.of("a"), branch.expressions());
        assertFalse(branch.readsNothing());
        assertTrue(only("CREATE VIEW v AS SELECT CONVERT(int, NULL) AS A WHERE 1 = 0")
                .readsNothing());
    }

    @Test
    void nothing_is_held_constant_by_a_condition_with_or() {
        assertEquals(
                Set.of(),
                only("CREATE VIEW v AS SELECT t.A FROM s.T t WHERE t.B = 1 OR t.C = 2")
                        .fixed());
    }

    private static Optional<ViewDefinition> parse(String text) {
        return ViewDefinition.of(text);
    }

    private static Branch only(String text) {
        List<Branch> branches = parse(text).orElseThrow().branches();
        assertEquals(1, branches.size());
        return branches.get(0);
    }
}
