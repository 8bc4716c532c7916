using System.Globalization;
using Engagement.Bench.Measuring;

namespace Engagement.Bench.Reporting;

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">What the value and the ceiling count.</param>
/// <param name="Ceiling">The best that could be, measured in the same run; absent where nothing comparable exists.</param>
/// <param name="PeakMemoryMegabytes">The most memory the measuring process had resident while this row was measured.</param>
/// <param name="Note">What has to be known of it, in a sentence; the limit that is promised, where there is one.</param>
/// <param name="Limit">That limit, where a run fails in which the value is worse.</param>
internal sealed record Row(string Name, double Value, string Unit, double? Ceiling, double PeakMemoryMegabytes, string? Note = null, double? Limit = null)
{
    private const string Milliseconds = "ms";
    private const string MicrosecondsEach = "µs/op";
    private const string Megabytes = "MB";
    private const string Kilobytes = "kB";

    /// <summary>What Lighthouse counts in: the more, the better.</summary>
    public const string Points = "of 100";

    /// <summary>How near the value comes to the ceiling: 1 is as good. Of times and of memory, less is better.</summary>
    public double? Ratio => Unit is Milliseconds or MicrosecondsEach or Megabytes or Kilobytes ? Ceiling / Value : Value / Ceiling;

    /// <summary>The limit in words, where it is not kept.</summary>
    public string? Broken => Limit is { } limit && (Unit == Points ? Value < limit : Value > limit)
        ? string.Create(CultureInfo.InvariantCulture, $"{Name} is {Value:0.##} {Unit}: the limit is {limit:0.##}.")
        : null;

    public static Row OfRate(string name, string unit, Comparison pace, double memory) =>
        new(name, pace.Subject.PerSecond, unit, pace.Ceiling.PerSecond, memory);

    /// <summary>How long the one in the middle took, and the slowest but for one in a hundred.</summary>
    public static IEnumerable<Row> OfTimes(string name, Comparison pace, double memory) =>
    [
        new($"{name}, p50", pace.Subject.MedianMilliseconds, Milliseconds, pace.Ceiling.MedianMilliseconds, memory),
        new($"{name}, p99", pace.Subject.P99Milliseconds, Milliseconds, pace.Ceiling.P99Milliseconds, memory),
    ];

    /// <summary>What one operation cost in processor time: on a machine with other work, steadier than any pace.</summary>
    public static IEnumerable<Row> OfCpu(string name, Comparison pace, double memory) =>
    [
        new($"{name}, client CPU", pace.Subject.ClientCpuMicroseconds, MicrosecondsEach, pace.Ceiling.ClientCpuMicroseconds, memory),
        new($"{name}, server CPU", pace.Subject.ServerCpuMicroseconds, MicrosecondsEach, pace.Ceiling.ServerCpuMicroseconds, memory),
    ];
}
