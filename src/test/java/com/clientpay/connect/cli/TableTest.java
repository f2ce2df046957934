package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void columns_are_aligned_and_numbers_stand_right() {
        new Table("NAME", "AMOUNT")
                .row("Short", "1.00")
                .row("A longer name", "1000.00")
                .print(out, "");
        assertEquals(
                lines("NAME            AMOUNT", "Short             1.00", "A longer name  1000.00"), text.toString());
    }

    @Test
    void east_asian_characters_take_two_columns_and_accents_none() {
        new Table("NAME", "X").row("山田", "a").row("Zoe\u0308", "b").print(out, "");
        assertEquals(lines("NAME  X", "山田  a", "Zoe\u0308   b"), text.toString());
    }

    @Test
    void an_empty_table_says_so() {
        new Table("NAME").print(out, "Nothing is found.");
        assertEquals(lines("Nothing is found."), text.toString());
    }

    @Test
    void a_name_from_the_books_cannot_steer_the_terminal() {
        new Table("NAME").row("\u001B[2Jgone\r\n\u202Etxt").print(out, "");
        assertEquals(lines("NAME", "\\u001b[2Jgone\\r\\n\\u202etxt"), text.toString());
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
