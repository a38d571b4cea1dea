# Makes a virtual environment and installs packages into it; sourced by ./run and ./test, which define fail().

# The newest of the machine's Pythons will not do: take the plain one when it is new enough.
find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    fail "需要 Python 3.11 以上，这里是 $(python3 --version 2>&1 || echo '没有 python3')。" \
        "Python 3.11 or newer is needed. Debian: apt install python3 python3-venv"
}

# python_environment FOLDER REQUIREMENTS…: in the order given; nothing to do when the folder was made from the same files.
python_environment() {
    venv=$1
    shift
    if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        make_environment "$venv"
    fi
    for requirements; do
        stamp=$venv/$(printf '%s' "$requirements" | tr / -).installed
        if ! cmp -s "$requirements" "$stamp"; then
            install_packages "$venv" "$requirements"
            cp -- "$requirements" "$stamp"
        fi
    done
}

make_environment() {
    python=$(find_python) || exit 1
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        fail "Python 缺少 venv：apt install python3-venv" "Python lacks venv. Debian: apt install python3-venv"
    printf '%s\n' "建立虚拟环境 $1 …… (making a virtual environment)"
    rm -rf -- "$1"
    "$python" -m venv "$1" || fail "$here 里建不了文件夹：没有写权限或磁盘已满？ ($here: cannot write here, or the disk is full)"
}

# The build tools come first and from their own list, so that pip fetches nothing that is not pinned.
install_packages() {
    printf '%s\n' "安装 $2 …… (installing packages)"
    quiet=-q
    [ -t 1 ] && quiet=
    "$1/bin/python" -m pip install $quiet --disable-pip-version-check --no-input \
        --require-hashes --no-build-isolation --use-pep517 -r "$2" ||
        fail "软件包没有装上：网络通吗？再运行一次即可接着装。" "Packages were not installed: is the network up? Run again to go on."
}
