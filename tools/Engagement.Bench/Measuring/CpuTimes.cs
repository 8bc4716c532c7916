namespace Engagement.Bench.Measuring;

/// <summary>Processor time that was used: by this process, and by the database server with all its processes.</summary>
internal readonly record struct CpuTimes(TimeSpan Client, TimeSpan Server)
{
    public static CpuTimes operator +(CpuTimes one, CpuTimes other) => new(one.Client + other.Client, one.Server + other.Server);

    public static CpuTimes operator -(CpuTimes one, CpuTimes other) => new(one.Client - other.Client, one.Server - other.Server);
}
