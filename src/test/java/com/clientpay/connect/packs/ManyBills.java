package com.clientpay.connect.packs;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.packs.SystemFirm.Answer;
import java.util.Map;

/**
 * A firm with one of the systems and many generated bills, for its speed; and what one of them, in the middle, is called. Where
 * ids and numbers come from, {@code 03-many.sql} of each fixture says.
 */
public final class ManyBills implements AutoCloseable {
    private final PackFirm firm;
    private final String pack;
    private final int bill;
    private final double seconds;

    private ManyBills(PackFirm firm, String pack, int bill, double seconds) {
        this.firm = firm;
        this.pack = pack;
        this.bill = bill;
        this.seconds = seconds;
    }

    /** @param bills a multiple of 1000 */
    public static ManyBills of(Fixture fixture, int bills) {
        PackFirm firm = PackFirm.alone(fixture);
        long begun = System.nanoTime();
        fixture.addMany(firm.server(), bills);
        double seconds = (System.nanoTime() - begun) / 1e9;
        SystemFirm.all()
                .filter(system -> system.fixture().equals(fixture))
                .flatMap(system -> system.answers().stream())
                .forEach(answer -> answer(firm, answer));
        return new ManyBills(
                firm, fixture.pack(), bills / 2 + (fixture.pack().equals("elite-enterprise") ? 4 : 5), seconds);
    }

    private static void answer(PackFirm firm, Answer answer) {
        firm.answer(answer.subject(), answer.item(), answer.answer());
    }

    public Database connector() {
        return firm.connector();
    }

    /** How long the bills took to be made. */
    public double seconds() {
        return seconds;
    }

    public String id() {
        return of(Map.of(
                "elite-3e", 10_000_000 + bill + "-41",
                "aderant-expert", Integer.toString(20_000_000 + bill),
                "elite-enterprise", Integer.toString(10_000_000 + bill)));
    }

    public String number() {
        return of(Map.of(
                "elite-3e", "M" + (1_000_000 + bill),
                "aderant-expert", Integer.toString(1_000_000 + bill),
                "elite-enterprise", "I" + (1_000_000 + bill / 2)));
    }

    public String matterId() {
        return of(Map.of(
                "elite-3e", Integer.toString(1_000_000 + bill / 100),
                "aderant-expert", Integer.toString(1_000_000 + bill / 100),
                "elite-enterprise", "M" + (1_000_000 + bill / 100)));
    }

    public String matterNumber() {
        return of(Map.of(
                "elite-3e", clientNumber() + "-" + (1000 + bill / 100 % 10),
                "aderant-expert", Integer.toString(1_000_000 + bill / 100),
                "elite-enterprise", "M" + (1_000_000 + bill / 100)));
    }

    public String clientNumber() {
        return "7" + (100_000 + bill / 1000);
    }

    public String clientName() {
        return "Client of many, number " + bill / 1000;
    }

    private String of(Map<String, String> packs) {
        return packs.get(pack);
    }

    @Override
    public void close() {
        firm.close();
    }
}
