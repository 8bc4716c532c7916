namespace EmbeddedPostgres.Tests;

public sealed class Finding_PostgreSQL : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("embedded-postgres-find-").FullName;

    [Fact]
    public async Task prefers_the_one_on_PATH_then_Debians_newest()
    {
        var onPath = Install("own/bin", "16.1");
        Install("debian/15/bin", "15.9");
        var newest = Install("debian/17/bin", "17.2");
        Install("debian/9.6/bin", "9.6.24");

        var found = await FindAsync(onPath);

        found.Select(binaries => binaries.MajorVersion).ShouldBe([16, 17, 15]);
        found.Select(binaries => binaries.Folder).Take(2).ShouldBe([onPath, newest]);
    }

    [Fact]
    public async Task follows_links_to_the_folder_where_all_programs_are()
    {
        var real = Install("real/bin", "15.3");
        var links = Directory.CreateDirectory(Path.Combine(_folder, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, "postgres"), Path.Combine(real, "postgres"));

        (await FindAsync(links)).Single().Folder.ShouldBe(real);
    }

    [Fact]
    public async Task passes_over_a_folder_with_the_server_alone()
    {
        var partial = Install("partial/bin", "16.1");
        File.Delete(Path.Combine(partial, "initdb"));

        await Should.ThrowAsync<PostgresNotFoundException>(() => FindAsync(partial));
    }

    [Fact]
    public async Task in_vain_says_what_to_install()
    {
        var failure = await Should.ThrowAsync<PostgresNotFoundException>(() => FindAsync("relative", _folder));

        failure.Code.ShouldBe("POSTGRES_NOT_FOUND");
        failure.Message.ShouldContain("apt-get install postgresql");
    }

    [Fact]
    public async Task too_old_says_what_was_found()
    {
        var old = Install("old/bin", "14.11");

        (await Should.ThrowAsync<PostgresNotFoundException>(() => FindAsync(old))).Message.ShouldContain("PostgreSQL 14.11");
    }

    [Fact]
    public async Task on_this_machine_finds_one_that_is_new_enough() =>
        (await PostgresBinaries.FindAsync()).ShouldAllBe(binaries => binaries.MajorVersion >= 15);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<IReadOnlyList<PostgresBinaries>> FindAsync(params string[] path) =>
        PostgresBinaries.FindAsync(path, Path.Combine(_folder, "debian"), CancellationToken.None);

    /// <summary>Several versions cannot be installed for a test, so each is a script that says which one it is.</summary>
    private string Install(string folder, string version)
    {
        var home = Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName;
        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            var path = Path.Combine(home, program);
            File.WriteAllText(path, $"#!/bin/sh\necho 'postgres (PostgreSQL) {version} (Debian)'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return home;
    }
}
