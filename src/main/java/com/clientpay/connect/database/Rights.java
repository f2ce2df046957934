package com.clientpay.connect.database;

import java.util.List;

/**
 * What the connector's login may do in the firm's database.
 *
 * @param user the database's user, such as {@code FIRM\\svc-clientpay$}; {@code dbo} for administrators
 * @param executes whether it may call the procedures of schema clientpay
 * @param seesDefinitions whether it may look at both schemas' definitions
 * @param readsTables whether it could read a table of ours itself, which it should not
 * @param roles those with rights of their own that it is a member of, the server's first
 * @param excess further rights that it should not have, such as {@code SELECT on the database}
 */
public record Rights(
        String user,
        boolean executes,
        boolean seesDefinitions,
        boolean readsTables,
        List<String> roles,
        List<String> excess) {}
