@echo off
rem ClientPay Connect: finds a Java 17 or newer and starts the command named by the arguments.
rem
rem   CONNECT_JAVA_HOME   the Java to use; nothing else is tried when it is set
rem   CONNECT_OPTS        further options for the JVM; they come last and so win, for example -Xmx1g
rem
rem Without CONNECT_JAVA_HOME: the folder runtime\ beside this file, then JAVA_HOME, then java on the path.
rem What each JVM option is for is written in the launcher for the other systems, the file "connect"; java.library.path is
rem where the database driver finds its library for logins as a Windows account, mssql-jdbc_auth-*.dll, and
rem jna.boot.library.path where the calls to Windows find theirs, jnidispatch.dll; none is unpacked into a temporary folder.
setlocal EnableExtensions DisableDelayedExpansion

set "CP_HOME=%~dp0"
set "CP_HOME=%CP_HOME:~0,-1%"
set "CP_JAVA="
set "CP_UNFIT="
rem The installer lays the file "installed" beside this one: configuration and logs are then under ProgramData.
set "CP_DATA=%CP_HOME%"
if exist "%CP_HOME%\installed" set "CP_DATA=%ProgramData%\ClientPay Connect"

if defined CONNECT_JAVA_HOME (
    call :try "CONNECT_JAVA_HOME" "%CONNECT_JAVA_HOME%"
    goto :tried
)
if exist "%CP_HOME%\runtime\" call :try "the bundled runtime" "%CP_HOME%\runtime"
if not defined CP_JAVA if defined JAVA_HOME call :try "JAVA_HOME" "%JAVA_HOME%"
if defined CP_JAVA goto :tried
set "CP_FOUND="
for %%J in (java.exe) do set "CP_FOUND=%%~$PATH:J"
if defined CP_FOUND for %%J in ("%CP_FOUND%\..\..") do call :try "the path" "%%~fJ"

:tried
if defined CP_JAVA goto :start
echo connect: ClientPay Connect needs Java 17 or newer, and none was found.>&2
for %%R in (1 2 3) do if defined CP_UNFIT%%R call :say %%R
echo Install one, or name one you have: set CONNECT_JAVA_HOME=C:\path\to\java>&2
exit /b 1

:start
set "CP_ARCHIVE=%CP_HOME%\lib\connect.jsa"
if exist "%CP_ARCHIVE%" goto :archive
rem A folder is writable when a file can be made in it.
set "CP_PROBE=%CP_HOME%\lib\connect.%RANDOM%.tmp"
call :probe 2>nul
if exist "%CP_PROBE%" (
    del "%CP_PROBE%" >nul 2>&1
) else (
    if defined LOCALAPPDATA set "CP_ARCHIVE=%LOCALAPPDATA%\ClientPay Connect\connect.jsa"
)

:archive
set "CP_SHARE=-Xshare:auto"
if not exist "%CP_ARCHIVE%.for" goto :options
set "CP_SIZE="
for /f "usebackq delims=" %%L in ("%CP_ARCHIVE%.for") do if not defined CP_SIZE set "CP_SIZE=%%L"
for %%F in ("%CP_ARCHIVE%") do if "%%~zF"=="%CP_SIZE%" set CP_SHARE=-Xshare:auto "-XX:SharedArchiveFile=%CP_ARCHIVE%"

:options
set "CP_OPTIONS=-Xms16m -Xmx128m -XX:TieredStopAtLevel=1"
if "%~1"=="run" set "CP_OPTIONS=-Xms16m -Xmx256m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=35"
if "%~1"=="demo" set "CP_OPTIONS=-Xms16m -Xmx512m"

"%CP_JAVA%" %CP_OPTIONS% -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr %CP_SHARE% -Dfile.encoding=UTF-8 "-Djava.library.path=%CP_HOME%\lib" "-Djna.boot.library.path=%CP_HOME%\lib" -Djna.nounpack=true "-Dconnect.home=%CP_HOME%" "-Dconnect.data=%CP_DATA%" "-Dconnect.archive=%CP_ARCHIVE%" %CONNECT_OPTS% -cp "%CP_HOME%\lib\*" com.clientpay.connect.cli.Main %*
exit /b %ERRORLEVEL%

rem A redirection that fails tells so itself; only a called label can be kept quiet.
:probe
type nul >"%CP_PROBE%"
exit /b 0

rem Sets CP_JAVA when the Java home %2 is fit; else says in CP_UNFIT1, 2, 3 why not. %1 says where the home was named.
:try
set "CP_BIN=%~2\bin\java.exe"
if exist "%CP_BIN%" goto :version
call :unfit "%~1: there is no %CP_BIN%"
exit /b 0
:version
set "CP_VERSION="
if exist "%~2\release" for /f "usebackq tokens=1,* delims==" %%A in ("%~2\release") do if "%%A"=="JAVA_VERSION" set "CP_VERSION=%%~B"
if defined CP_VERSION goto :compare
for /f "usebackq tokens=3" %%A in (`""%CP_BIN%" -version 2>&1"`) do if not defined CP_VERSION set "CP_VERSION=%%~A"
if defined CP_VERSION goto :compare
call :unfit "%~1: %CP_BIN% does not tell its version"
exit /b 0
:compare
if "%CP_VERSION:~0,2%"=="1." set "CP_VERSION=%CP_VERSION:~2%"
for /f "tokens=1 delims=.-+_" %%A in ("%CP_VERSION%") do set "CP_MAJOR=%%A"
if %CP_MAJOR% GEQ 17 (
    set "CP_JAVA=%CP_BIN%"
    exit /b 0
)
call :unfit "%~1: %~2 is Java %CP_MAJOR%"
exit /b 0

:unfit
if not defined CP_UNFIT1 (
    set "CP_UNFIT1=%~1"
    exit /b 0
)
if not defined CP_UNFIT2 (
    set "CP_UNFIT2=%~1"
    exit /b 0
)
set "CP_UNFIT3=%~1"
exit /b 0

:say
call set "CP_LINE=%%CP_UNFIT%1%%"
setlocal EnableDelayedExpansion
echo   !CP_LINE!>&2
endlocal
exit /b 0
