package com.clientpay.connect.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.testfirm.TestFirm;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractComparisonTest {
    private final TestFirm firm = TestFirm.open();

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void the_demo_firm_keeps_the_contract() throws Exception {
        assertEquals(List.of(), compare(Contract.procedures()));
    }

    @Test
    void a_missing_procedure_is_named() throws Exception {
        firm.execute("DROP ALIAS clientpay.ListFields");

        assertEquals(List.of("ListFields is missing."), compare(Contract.procedures()));
    }

    @Test
    void a_procedure_with_other_parameters_is_named() throws Exception {
        assertEquals(
                List.of("GetInvoice takes 1 parameters instead of 2."),
                compare(List.of(like(
                        Contract.GET_INVOICE,
                        List.of(new Field("InvoiceId", ValueType.TEXT), new Field("Today", ValueType.DATE)),
                        Contract.GET_INVOICE.columns()))));
        assertEquals(
                List.of("GetInvoice takes InvoiceId as CHARACTER VARYING instead of DATE."),
                compare(List.of(like(
                        Contract.GET_INVOICE,
                        List.of(new Field("InvoiceId", ValueType.DATE)),
                        Contract.GET_INVOICE.columns()))));
    }

    @Test
    void a_missing_column_and_one_of_another_type_are_named() throws Exception {
        assertEquals(
                List.of(
                        "ListLedgerCodes does not answer the column Colour.",
                        "ListLedgerCodes answers Active as BOOLEAN instead of MONEY."),
                compare(List.of(like(
                        Contract.LIST_LEDGER_CODES,
                        List.of(),
                        List.of(
                                new Field("Code", ValueType.TEXT),
                                new Field("Colour", ValueType.TEXT),
                                new Field("Active", ValueType.MONEY))))));
    }

    private static Procedure like(Procedure procedure, List<Field> parameters, List<Field> columns) {
        return new Procedure(procedure.name(), parameters, columns, false);
    }

    private List<String> compare(List<Procedure> procedures) throws DatabaseUnreachableException {
        try (DatabaseProbe probe = DatabaseProbe.open(firm.settings())) {
            return probe.compareContract(procedures);
        }
    }
}
