using System.Globalization;
using System.Text.RegularExpressions;

namespace EmbeddedPostgres;

/// <summary>One installed PostgreSQL: the folder of its programs and its version.</summary>
public sealed partial record PostgresBinaries(string Folder, int MajorVersion, string Version)
{
    /// <summary>The oldest major version that is good enough.</summary>
    public const int OldestMajorVersion = 15;

    private const string DebianFolder = "/usr/lib/postgresql";

    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    /// <inheritdoc />
    public override string ToString() => $"PostgreSQL {Version} in {Folder}";

    internal string Program(string name) => Path.Combine(Folder, name);

    /// <summary>All that are new enough, in the order of preference: the ones on PATH, then Debian's, newest first.</summary>
    /// <exception cref="PostgresNotFoundException">There is none.</exception>
    public static Task<IReadOnlyList<PostgresBinaries>> FindAsync(CancellationToken cancellationToken = default) =>
        FindAsync((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), DebianFolder, cancellationToken);

    internal static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(IEnumerable<string> path, string debianFolder, CancellationToken cancellationToken)
    {
        var installed = new List<PostgresBinaries>();
        foreach (var folder in path.Concat(NewestFirst(debianFolder)).Select(Resolve).OfType<string>().Distinct())
            if (await DescribeAsync(folder, cancellationToken) is { } binaries)
                installed.Add(binaries);

        var usable = installed.Where(binaries => binaries.MajorVersion >= OldestMajorVersion).ToList();
        return usable.Count > 0 ? usable : throw new PostgresNotFoundException(installed);
    }

    private static IEnumerable<string> NewestFirst(string debianFolder) =>
        !Directory.Exists(debianFolder)
            ? []
            : Directory.GetDirectories(debianFolder)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0)
                .Select(folder => Path.Combine(folder, "bin"));

    /// <summary>
    /// The programs find each other beside themselves, so a folder of links (such as /usr/local/bin) stands for the folder they lead to.
    /// </summary>
    private static string? Resolve(string folder)
    {
        if (!Path.IsPathRooted(folder))
            return null;

        var server = new FileInfo(Path.Combine(folder, Programs[0]));
        if (!server.Exists)
            return null;

        var home = Path.GetDirectoryName(server.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? server.FullName)!;
        return Programs.All(program => File.Exists(Path.Combine(home, program))) ? home : null;
    }

    private static async Task<PostgresBinaries?> DescribeAsync(string folder, CancellationToken cancellationToken)
    {
        var answer = await OperatingSystemUser.Current.TryRunAsync(Path.Combine(folder, Programs[0]), ["--version"], cancellationToken);
        var version = VersionNumber().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? new PostgresBinaries(folder, int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture), version.Groups["all"].Value)
            : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<all>(?<major>\d+)\S*)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();
}
