using System.Runtime.InteropServices;
using Engagement.Bench.Measuring;
using Npgsql;

namespace Engagement.Bench.Reporting;

/// <summary>Where the figures were measured. Figures of different machines are not to be compared, their ratios are.</summary>
internal sealed record Machine(int Cores, double MemoryGigabytes, string Processor, string OperatingSystem, string PostgreSql, string DotNet)
{
    public static async Task<Machine> DescribeAsync(ThrowawayPostgres database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database.AdministrationConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var version = new NpgsqlCommand("SHOW server_version", connection);
        return new Machine(
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024.0 / 1024.0,
            Find("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString(),
            Find("/etc/os-release", "PRETTY_NAME", '=') ?? RuntimeInformation.OSDescription,
            (string)(await version.ExecuteScalarAsync(cancellationToken))!,
            Environment.Version.ToString());
    }

    private static string? Find(string file, string key, char separator) =>
        !File.Exists(file)
            ? null
            : File.ReadLines(file)
                .Where(line => line.StartsWith(key, StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim().Trim('"'))
                .FirstOrDefault();
}
