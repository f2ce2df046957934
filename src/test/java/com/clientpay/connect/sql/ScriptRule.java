package com.clientpay.connect.sql;

import java.util.List;
import java.util.function.Function;

/** Every rule that the SQL Server scripts keep. */
enum ScriptRule {
    PLAIN_TEXT(TextRules::plainText),
    HEADER(TextRules::header),
    SET_OPTIONS(TextRules::setOptions),
    GO(TextRules::go),
    LEVEL(LanguageRules::level),
    IDENTITY(LanguageRules::identity),
    OUTPUT_INTO(LanguageRules::outputInto),
    DYNAMIC_SQL(LanguageRules::dynamicSql),
    TRANSACTIONS(LanguageRules::transactions),
    APPLOCK(LanguageRules::applock),
    RAISERROR(LanguageRules::raiserror),
    PROCEDURE_NAME(ProcedureRules::name),
    PROCEDURE_SESSION(ProcedureRules::session),
    TEMPORARY_TABLES(ProcedureRules::temporaryTables),
    SCHEMAS(ScopeRules::schemas);

    private final Function<LintedScript, List<Flaw>> look;

    ScriptRule(Function<LintedScript, List<Flaw>> look) {
        this.look = look;
    }

    List<Flaw> flaws(LintedScript script) {
        return look.apply(script);
    }
}
