// The custom actions of the installer. Those that change something are deferred: they run as SYSTEM, see no properties but
// CustomActionData, and call the program's own commands. What these print goes into the installer's log.

var SUCCESS = 1, FAILURE = 3;
var ERROR = 0x01000000, WARNING = 0x02000000, INFO = 0x04000000;

// ---- Before anything is changed

function checkProperties() {
    var wrong = [];
    var files = new ActiveXObject("Scripting.FileSystemObject");
    var data = Session.Property("CommonAppDataFolder") + "ClientPay Connect";
    var isNew = !files.FolderExists(data);
    Session.Property("DATA_IS_NEW") = isNew ? "1" : "";
    var isConfigured = files.FileExists(data + "\\conf\\connect.toml");

    checkPort(wrong, "PORT", "The ClientPay cloud calls 443, 444, 8080 and 32321.");
    checkPort(wrong, "LOOPBACK_PORT", "Only commands on this machine call it.");
    var server = Session.Property("DATABASE_SERVER"), name = Session.Property("DATABASE_NAME");
    if (server && !name) wrong.push("DATABASE_SERVER is given and DATABASE_NAME is not. Give both, or none.");
    if (name && !server) wrong.push("DATABASE_NAME is given and DATABASE_SERVER is not. Give both, or none.");
    if (/[;=]/.test(server)) {
        wrong.push("DATABASE_SERVER holds a ; or a =. It is only the server's name, as in SQL01, SQL01\\FIRM or SQL01,1433.");
    }
    var authentication = Session.Property("DATABASE_AUTHENTICATION");
    if (authentication && !/^(windows|sql)$/i.test(authentication)) {
        wrong.push("DATABASE_AUTHENTICATION is " + authentication + ". It is windows or sql.");
    }
    if (/^sql$/i.test(authentication) && !Session.Property("DATABASE_USER")) {
        wrong.push("DATABASE_AUTHENTICATION is sql, and DATABASE_USER is not given.");
    }
    var account = Session.Property("SERVICE_ACCOUNT");
    if (account && !/^(NT SERVICE\\ClientPayConnect|(NT AUTHORITY\\)?(Local ?Service|Network ?Service)|LocalSystem|[^\\\/@ ]+\\[^\\\/@]+\$)$/i.test(account)) {
        wrong.push("SERVICE_ACCOUNT is " + account + ". It is a managed service account, DOMAIN\\NAME$, or LocalService, NetworkService; not given: the service's own account.");
    }
    var secrets = Session.Property("SECRETS_FILE");
    if (secrets && !files.FileExists(secrets)) wrong.push("SECRETS_FILE: there is no file " + secrets + ".");
    var certificate = Session.Property("CERTIFICATE_FILE");
    if (certificate && !isConfigured) {
        if (!files.FileExists(certificate)) {
            wrong.push("CERTIFICATE_FILE: there is no file " + certificate + ".");
        } else if (!/\.(pfx|p12)$/i.test(certificate)) {
            wrong.push("CERTIFICATE_FILE is " + certificate + ". It is a file .pfx or .p12 with the certificate and its key.");
        }
        if (!secrets) wrong.push("CERTIFICATE_FILE needs SECRETS_FILE, with the certificate's password in a line keystore=...");
    }
    if (Session.Property("BUNDLED_RUNTIME") !== "yes" && !findJava(files)) {
        wrong.push("No Java was found: this installer brings none. Install a Java 17 or newer that sets JAVA_HOME or is on the path, then repeat.");
    }
    if (wrong.length === 0) return SUCCESS;
    say(ERROR, wrong.join("\r\n"));
    return FAILURE;
}

function checkPort(wrong, property, hint) {
    var port = Session.Property(property);
    if (port && !(/^[0-9]{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)) {
        wrong.push(property + " is " + port + ". It is a number from 1 to 65535. " + hint);
    }
}

function findJava(files) {
    var environment = new ActiveXObject("WScript.Shell").Environment("Process");
    var home = environment.Item("JAVA_HOME");
    if (home && files.FileExists(home + "\\bin\\java.exe")) return true;
    var path = environment.Item("PATH").split(";");
    for (var i = 0; i < path.length; i++) {
        if (path[i] && files.FileExists(path[i] + "\\java.exe")) return true;
    }
    return false;
}

// ---- Deferred: to install

function prepare() {
    var given = Session.Property("CustomActionData").split("|");
    var secrets = given[1] ? ' --secrets-file "' + given[1] + '"' : "";
    return need(given[0], "windows prepare" + secrets, "The folder of configuration and logs cannot be prepared.");
}

function installService() {
    return need(Session.Property("CustomActionData"), "service install", "The service cannot be registered.");
}

// A service that does not start is no reason to take everything away again: with STRICT=1 it is.
function startService() {
    var given = Session.Property("CustomActionData").split("|");
    var start = connect(given[0], "service start");
    if (start.code === 0) return SUCCESS;
    if (given[1] === "1") {
        // At once and not only in roll-back: there the program may be gone before its turn comes.
        connect(given[0], "service uninstall");
        say(ERROR, "The service does not start, and STRICT=1 is given: nothing is installed.\r\n" + start.said);
        return FAILURE;
    }
    say(WARNING, "ClientPay Connect is installed, and its service does not run yet.\r\n" + start.said
        + "\r\nWhen that is done, in a window opened with \"Run as administrator\": connect service start");
    return SUCCESS;
}

// ---- Deferred: to uninstall, and to take back what was begun

// Where the program or its Java is damaged, Windows' own command does it.
function removeService() {
    if (connect(Session.Property("CustomActionData"), "service uninstall").code !== 0) {
        shell("sc.exe stop ClientPayConnect");
        shell("sc.exe delete ClientPayConnect");
    }
    return SUCCESS;
}

function undoRemoveService() {
    connect(Session.Property("CustomActionData"), "service install");
    connect(Session.Property("CustomActionData"), "service start");
    return SUCCESS;
}

function stopService() {
    connect(Session.Property("CustomActionData"), "service stop");
    return SUCCESS;
}

// What was made after the installation, by the program itself: the archives of loaded classes; the data if that is wanted.
function cleanUp() {
    var given = Session.Property("CustomActionData").split("|");
    var files = new ActiveXObject("Scripting.FileSystemObject");
    remove(files, given[0] + "lib\\connect.jsa");
    remove(files, given[0] + "lib\\connect.jsa.for");
    remove(files, given[0] + "runtime\\bin\\server\\classes.jsa");
    if (given[2] === "1" && !given[3]) {
        // rd takes links away and never follows one.
        shell("rd /s /q \"" + given[1] + "ClientPay Connect\"");
    }
    return SUCCESS;
}

// ---- Tools

function need(folder, command, what) {
    var done = connect(folder, command);
    if (done.code === 0) return SUCCESS;
    say(ERROR, what + "\r\n" + done.said);
    return FAILURE;
}

// Runs a command of the program; its output goes into the log, and by a file in the program's folder, where only
// administrators write.
function connect(folder, command) {
    var files = new ActiveXObject("Scripting.FileSystemObject");
    var output = folder + "setup-output.txt";
    say(INFO, "connect " + command);
    var code = shell("\"" + folder + "connect.cmd\" " + command + " > \"" + output + "\" 2>&1 < nul");
    var said = "";
    if (files.FileExists(output)) {
        if (files.GetFile(output).Size > 0) {
            var text = files.OpenTextFile(output, 1);
            said = text.ReadAll();
            text.Close();
        }
        remove(files, output);
    }
    var lines = said.split(/\r?\n/);
    for (var i = 0; i < lines.length; i++) {
        if (lines[i]) say(INFO, "connect: " + lines[i]);
    }
    say(INFO, "connect " + command + ": exit code " + code);
    return { code: code, said: said };
}

function shell(command) {
    return new ActiveXObject("WScript.Shell").Run("cmd.exe /s /c \"" + command + "\"", 0, true);
}

function remove(files, file) {
    try {
        if (files.FileExists(file)) files.DeleteFile(file, true);
    } catch (e) {
        say(INFO, file + " is not deleted: " + e.message);
    }
}

// In a record's template brackets and braces mean something; escaped they are themselves.
function say(kind, text) {
    var record = Session.Installer.CreateRecord(0);
    record.StringData(0) = text.replace(/[\[\]{}]/g, "[\\$&]");
    Session.Message(kind, record);
}
