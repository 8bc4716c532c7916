# What the tools beside this folder share: saying what they do, and putting in place what they need. Sourced, never run.

repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false NPM_CONFIG_UPDATE_NOTIFIER=false

say() { printf '%s\n' "$*"; }

# fail STATUS SENTENCE...: what is wrong, what to do.
fail() {
  local status="$1"
  shift
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit "$status"
}

# Runs a command and shows what it printed only when it fails.
quietly() {
  local output
  output="$(mktemp)"
  if "$@" >"$output" 2>&1; then
    rm -f "$output"
  else
    local status=$?
    cat "$output" >&2
    rm -f "$output"
    return "$status"
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages WHAT_FOR PACKAGE...: Debian packages, from lists that are fetched only when they lack one.
install_packages() {
  local what_for="$1"
  shift
  command -v apt-get >/dev/null || fail 1 "$what_for is missing, and this is no Debian machine. Install it and start again."
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    fail 1 "$what_for is missing, and only root can install it: run 'apt-get install $*' as root and start again."
  say "Installing $what_for (Debian: $*)."
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -y)
  quietly as_root "${apt[@]}" install --no-install-recommends "$@" 2>/dev/null && return
  quietly as_root "${apt[@]}" update || true
  quietly as_root "${apt[@]}" install --no-install-recommends "$@" ||
    fail 1 "$what_for could not be installed. Run 'apt-get install $*' as root, see what it says, and start again."
}

require_dotnet() {
  { command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.'; } ||
    fail 1 "the .NET 10 SDK is missing. Install it (see dotnet.microsoft.com/download) and start again."
}

require_node() {
  local major=0
  if command -v node >/dev/null; then major="$(node -p 'process.versions.node.split(".")[0]')"; fi
  { [ "$major" -ge 20 ] && command -v npm >/dev/null; } ||
    fail 1 "Node.js 20 or later with npm is missing. Install it (see nodejs.org) and start again."
}

# The platform makes and runs its own cluster: it wants PostgreSQL's programs only, so the package must not leave a system cluster running.
require_postgres() {
  local folder path
  IFS=: read -ra path <<<"$PATH"
  for folder in "${path[@]}" /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ "$("$folder/initdb" --version | sed 's/.* \([0-9]*\).*/\1/')" -ge 15 ]; then return; fi
  done

  local settings=/etc/postgresql-common/createcluster.d
  local no_cluster="$settings/engagement.conf"
  as_root mkdir -p "$settings"
  echo 'create_main_cluster = false' | as_root tee "$no_cluster" >/dev/null
  (install_packages PostgreSQL postgresql) || { as_root rm -f "$no_cluster"; exit 1; }
  as_root rm -f "$no_cluster"
}

require_chromium() {
  command -v chromium >/dev/null || install_packages Chromium chromium fonts-liberation
}

# The browser of the tests: the same engine, without the window that is never seen and costs as much as the pages. Where the distribution has none, the
# other does.
require_headless_chromium() {
  command -v chromium-headless-shell >/dev/null || (install_packages "Chromium without a window" chromium-headless-shell fonts-liberation) || require_chromium
}

# Of the checker of HTML, which is a Java program.
require_java() {
  command -v java >/dev/null || install_packages Java default-jre-headless
}

# Of the example that uses curl.
require_jq() {
  { command -v jq && command -v curl; } >/dev/null || install_packages "jq and curl" jq curl
}

# fingerprint PATH...: changes when a source file below is changed, added, moved or removed.
fingerprint() {
  find "$@" \( -name bin -o -name obj -o -name node_modules -o -path '*/wwwroot/build' -o -path '*/Tool/build' \) -prune -o -type f -printf '%p %T@ %s\n' |
    LC_ALL=C sort | sha256sum | cut -d ' ' -f 1
}

# is_current STAMP FINGERPRINT
is_current() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# npm_packages FOLDER: exactly what its lock file says, when that changed.
npm_packages() {
  local lock stamp="$1/node_modules/.installed"
  lock="$(sha256sum <"$1/package-lock.json")"
  if is_current "$stamp" "$lock"; then return; fi
  say "Installing npm packages of ${1#"$repository"/}."
  (cd "$1" && quietly npm ci) || fail 1 "npm ci failed in $1: its words are above."
  mkdir -p "$1/node_modules"
  echo "$lock" >"$stamp"
}

# The style sheets and scripts of the pages, and the page that queries are tried on. They come before the .NET build, which records what there is to serve.
build_assets() {
  build_assets_of src/Engagement.Web/Assets src/Engagement.Web/wwwroot/build
  build_assets_of src/GraphQL/Server/Tool/Assets src/GraphQL/Server/Tool/build
}

# build_assets_of FOLDER TARGET
build_assets_of() {
  local assets="$repository/$1" now stamp
  [ -f "$assets/package.json" ] || return 0
  npm_packages "$assets"
  stamp="$assets/node_modules/.built"
  now="$(fingerprint "$assets")"
  if [ -d "$repository/$2" ] && is_current "$stamp" "$now"; then return; fi
  say "Building the front-end assets of ${1%/Assets}."
  (cd "$assets" && quietly npm run build) || fail 1 "the front-end assets could not be built: npm's words are above."
  echo "$now" >"$stamp"
}

# build_program PROJECT: a Release build, only when a source changed since the last. Leaves no build server behind.
build_program() {
  local project="$repository/$1" now stamp
  stamp="$project/bin/Release/.built"
  now="$(cd "$repository" && fingerprint src tools/Engagement.* tools/GraphQL.* global.json Directory.*.props .editorconfig)"
  if [ -d "$project/bin/Release/net10.0" ] && is_current "$stamp" "$now"; then return; fi
  say "Building $(basename "$1") (the first time takes a minute or two)."
  quietly dotnet build "$project" -c Release -v quiet --disable-build-servers || fail 1 "the build failed: the compiler's words are above."
  echo "$now" >"$stamp"
}
