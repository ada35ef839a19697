/* Stands between the program and the disk, for the fault tests alone.
 *
 * Loaded with LD_PRELOAD it does nothing until a process calls faults_arm().
 * From then on every call that touches a file below one folder is counted, and
 *
 *   'k'  the process is killed in place of the k-th call,
 *   'f'  the k-th call and those after it fail with an errno, `times` of them,
 *   'l'  every call is written into a log, from which power_cut.py makes the
 *        states that a disk could be in,
 *   'c'  nothing happens; faults_count() tells how many there were.
 *
 * Built by the harness: gcc -shared -fPIC -O1 -o preload.so preload.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST_FILES = 4096 };

static char folder[4096];
static size_t folder_length;
static char mode; /* 0: not armed */
static long first, times, counted;
static int number_of_error;
static int with_reads; /* reading calls count too */
static int log_file = -1;
static int answers = -1;
static ino_t inode_of[MOST_FILES];
static char *folder_of[MOST_FILES]; /* the path, where the file is a folder */
static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

struct record {
    uint8_t kind;
    uint8_t unused[3];
    uint32_t length;
    uint64_t inode;
    uint64_t offset;
};

void faults_arm(const char *where, char how, long k, long n, int error, int reads, const char *log,
                int answer_file) {
    strncpy(folder, where, sizeof folder - 1);
    folder_length = strlen(folder);
    first = k;
    times = n;
    number_of_error = error;
    with_reads = reads;
    answers = answer_file;
    counted = 0;
    if (log)
        log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    mode = how;
}

void faults_disarm(void) { mode = 0; }

long faults_count(void) { return counted; }

static int ours_path(const char *path) {
    return mode && path && strncmp(path, folder, folder_length) == 0 &&
           (path[folder_length] == '/' || path[folder_length] == 0);
}

static int ours(int file) { return mode && file >= 0 && file < MOST_FILES && inode_of[file]; }

static void note(char kind, uint64_t inode, uint64_t offset, const void *more, size_t length) {
    if (mode != 'l')
        return;
    struct record record = {.kind = kind, .length = length, .inode = inode, .offset = offset};
    struct iovec parts[] = {{&record, sizeof record}, {(void *)more, length}};
    syscall(SYS_writev, log_file, parts, length ? 2 : 1);
}

/* Count one call; nonzero where it has to fail. */
static int fails(void) {
    counted++;
    if (mode == 'k' && counted == first)
        kill(getpid(), SIGKILL);
    if (mode == 'f' && counted >= first && counted < first + times) {
        errno = number_of_error;
        return 1;
    }
    return 0;
}

#define REAL(result, name, ...)                                                                    \
    static result (*real)(__VA_ARGS__);                                                            \
    if (!real)                                                                                     \
        real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name);
#define BEGIN pthread_mutex_lock(&turn)
#define END                                                                                        \
    do {                                                                                           \
        int kept = errno;                                                                          \
        pthread_mutex_unlock(&turn);                                                               \
        errno = kept;                                                                              \
    } while (0)

static void opened(int file, const char *path, int flags, int was_there) {
    struct stat found;
    if (file < 0 || file >= MOST_FILES || fstat(file, &found) != 0)
        return;
    inode_of[file] = found.st_ino;
    free(folder_of[file]);
    folder_of[file] = S_ISDIR(found.st_mode) ? strdup(path) : NULL;
    if (!was_there)
        note('C', found.st_ino, 0, path, strlen(path));
    else if (flags & O_TRUNC)
        note('T', found.st_ino, 0, NULL, 0);
}

static int open_it(int (*real)(const char *, int, ...), const char *path, int flags, mode_t bits) {
    if (!ours_path(path))
        return real(path, flags, bits);
    BEGIN;
    int was_there = access(path, F_OK) == 0;
    int changes = (flags & O_TRUNC) || (!was_there && (flags & O_CREAT));
    int file = -1;
    if (!((changes || with_reads) && fails())) {
        file = real(path, flags, bits);
        opened(file, path, flags, was_there);
    }
    END;
    return file;
}

#define OPENS(name)                                                                                \
    int name(const char *path, int flags, ...) {                                                   \
        REAL(int, #name, const char *, int, ...)                                                   \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        mode_t bits = (flags & O_CREAT) ? va_arg(more, mode_t) : 0;                                \
        va_end(more);                                                                              \
        return open_it(real, path, flags, bits);                                                   \
    }
OPENS(open)
OPENS(open64)

int close(int file) {
    REAL(int, "close", int)
    if (file >= 0 && file < MOST_FILES)
        inode_of[file] = 0;
    return real(file);
}

#define WRITES_AT(name, offset_type)                                                               \
    ssize_t name(int file, const void *bytes, size_t length, offset_type offset) {                 \
        REAL(ssize_t, #name, int, const void *, size_t, offset_type)                               \
        if (!ours(file))                                                                           \
            return real(file, bytes, length, offset);                                              \
        BEGIN;                                                                                     \
        ssize_t done = -1;                                                                         \
        if (!fails() && (done = real(file, bytes, length, offset)) > 0)                            \
            note('W', inode_of[file], offset, bytes, done);                                        \
        END;                                                                                       \
        return done;                                                                               \
    }
WRITES_AT(pwrite, off_t)
WRITES_AT(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t)
    if (mode == 'l' && file == answers) {
        BEGIN;
        note('M', 0, 0, bytes, length);
        END;
    }
    if (!ours(file))
        return real(file, bytes, length);
    BEGIN;
    ssize_t done = -1;
    off_t offset = lseek(file, 0, SEEK_CUR);
    if (!fails() && (done = real(file, bytes, length)) > 0)
        note('W', inode_of[file], offset, bytes, done);
    END;
    return done;
}

#define READS(name, parameters, types, arguments)                                                  \
    ssize_t name parameters {                                                                      \
        REAL(ssize_t, #name, types)                                                                \
        if (!ours(file) || !with_reads)                                                            \
            return real arguments;                                                                 \
        BEGIN;                                                                                     \
        ssize_t done = fails() ? -1 : real arguments;                                              \
        END;                                                                                       \
        return done;                                                                               \
    }
#define TYPES(...) __VA_ARGS__
READS(read, (int file, void *into, size_t length), TYPES(int, void *, size_t), (file, into, length))
READS(pread64, (int file, void *into, size_t length, off64_t offset),
      TYPES(int, void *, size_t, off64_t), (file, into, length, offset))

#define SYNCS(name)                                                                                \
    int name(int file) {                                                                           \
        REAL(int, #name, int)                                                                      \
        if (!ours(file))                                                                           \
            return real(file);                                                                     \
        BEGIN;                                                                                     \
        int done = -1;                                                                             \
        if (!fails() && (done = real(file)) == 0) {                                                \
            char *path = folder_of[file];                                                          \
            note(path ? 'D' : 'S', inode_of[file], 0, path, path ? strlen(path) : 0);              \
        }                                                                                          \
        END;                                                                                       \
        return done;                                                                               \
    }
SYNCS(fsync)
SYNCS(fdatasync)

#define CUTS(name, offset_type)                                                                    \
    int name(int file, offset_type length) {                                                       \
        REAL(int, #name, int, offset_type)                                                         \
        if (!ours(file))                                                                           \
            return real(file, length);                                                             \
        BEGIN;                                                                                     \
        int done = -1;                                                                             \
        if (!fails() && (done = real(file, length)) == 0)                                          \
            note('T', inode_of[file], length, NULL, 0);                                            \
        END;                                                                                       \
        return done;                                                                               \
    }
CUTS(ftruncate, off_t)
CUTS(ftruncate64, off64_t)

int unlink(const char *path) {
    REAL(int, "unlink", const char *)
    if (!ours_path(path))
        return real(path);
    BEGIN;
    int done = -1;
    if (!fails() && (done = real(path)) == 0)
        note('U', 0, 0, path, strlen(path));
    END;
    return done;
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *)
    if (!ours_path(from) && !ours_path(to))
        return real(from, to);
    BEGIN;
    int done = -1;
    if (!fails() && (done = real(from, to)) == 0) {
        char both[8192];
        size_t length = strlen(from) + 1;
        memcpy(both, from, length);
        strcpy(both + length, to);
        note('R', 0, 0, both, length + strlen(to));
    }
    END;
    return done;
}

int mkdir(const char *path, mode_t bits) {
    REAL(int, "mkdir", const char *, mode_t)
    if (!ours_path(path))
        return real(path, bits);
    BEGIN;
    int done = -1;
    if (!fails() && (done = real(path, bits)) == 0)
        note('K', 0, 0, path, strlen(path));
    END;
    return done;
}
