package com.clientpay.connect.cli;

import com.clientpay.connect.platform.Platform;
import com.clientpay.connect.platform.PortablePlatform;
import com.clientpay.connect.platform.ThisSystem;
import com.clientpay.connect.windows.WindowsPlatform;

/** The one place that looks at which system this is. */
final class Platforms {
    private static final Platform CURRENT = ThisSystem.isWindows() ? new WindowsPlatform() : new PortablePlatform();

    private Platforms() {}

    static Platform current() {
        return CURRENT;
    }
}
