using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>Documents made in memory and written at the end.</summary>
internal interface IBareProjection
{
    void Apply(Guid stream, ViewShared view);

    Task CopyAsync(NpgsqlConnection connection, CancellationToken cancellationToken);
}
