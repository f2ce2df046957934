package com.clientpay.connect.windows;

import java.nio.file.Path;

/** Owners and rights of folders and files, as Windows has them. Every method throws {@link WindowsException}. */
interface FolderSecurity {
    /** Who owns it, as a SID. */
    String owner(Path path);

    /** A SID's name, such as {@code BUILTIN\Administrators}; the SID itself when Windows knows no name. */
    String name(String sid);

    /** Whether it leads elsewhere: a junction, a symbolic link, a mount point. */
    boolean isReparsePoint(Path path);

    /** Makes a folder that never has other rights than these, not even for a moment. */
    void create(Path folder, String securityDescriptor);

    /** Gives it this owner and these rights, and what lies in it what it inherits from them. */
    void set(Path path, String securityDescriptor);
}
