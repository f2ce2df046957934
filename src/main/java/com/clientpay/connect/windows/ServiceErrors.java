package com.clientpay.connect.windows;

/** What to do about the error numbers of the service control manager that are met in practice. */
final class ServiceErrors {
    private ServiceErrors() {}

    /** Blank when there is nothing to add to Windows' own words. */
    static String advice(int error) {
        return switch (error) {
            case 5 -> "Repeat it in a window opened with \"Run as administrator\".";
            case 1057, 1332 ->
                "The account does not exist under this name. A managed service account must be installed on this machine"
                        + " first: Install-ADServiceAccount NAME";
            case 1058 -> "It is disabled: set its start type to automatic in services.msc.";
            case 1069 ->
                "The account cannot log on: has it the right \"Log on as a service\", and does a group policy not take"
                        + " that away? A managed service account: Test-ADServiceAccount NAME";
            case 1072 -> "It is being removed: close services.msc and the event viewer everywhere, then repeat it.";
            case 1053 -> "It did not answer in time: connect.log and the files *-stderr*.log beside it say more.";
            default -> "";
        };
    }
}
