using System.Globalization;

namespace Engagement.Host.Commands;

/// <summary>Shows how far long work is: a bar on a terminal, a plain line a second elsewhere.</summary>
/// <param name="output">Where; not where the results go.</param>
/// <param name="isTerminal">Whether a line there can be written over.</param>
/// <param name="clock">Tells when the next line is due.</param>
/// <param name="label">What is being done.</param>
internal sealed class ProgressBar(TextWriter output, bool isTerminal, TimeProvider clock, string label)
{
    private const int Cells = 24;
    private const string ToBeginning = "\r";
    private const string EraseLine = "\r\u001b[K";

    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(1);

    private readonly long _begun = clock.GetTimestamp();
    private long _shownAt = clock.GetTimestamp();
    private double _first = -1;
    private bool _isShown;

    public static ProgressBar OnError(string label) => new(Console.Error, !Console.IsErrorRedirected, TimeProvider.System, label);

    public TimeSpan Elapsed => clock.GetElapsedTime(_begun);

    /// <param name="fraction">What is done, from 0 to 1.</param>
    /// <param name="detail">What else there is to say, such as how fast it goes.</param>
    public void Report(double fraction, string detail)
    {
        if (_first < 0) _first = fraction;
        if (clock.GetElapsedTime(_shownAt) < (isTerminal ? OnTerminal : Elsewhere)) return;
        _shownAt = clock.GetTimestamp();
        var percent = (100 * fraction).ToString("0", CultureInfo.InvariantCulture);
        var remaining = Remaining(fraction) is { } time ? $", {Terminal.Duration(time)} left" : "";
        if (!isTerminal)
        {
            output.WriteLine($"{label}: {percent} %, {detail}{remaining}");
            return;
        }

        var full = (int)(Cells * Math.Clamp(fraction, 0, 1));
        output.Write($"{EraseLine}{Terminal.Fit($"{label} [{new string('#', full)}{new string('.', Cells - full)}] {percent,3} %, {detail}{remaining}", Terminal.Width - 1)}{ToBeginning}");
        _isShown = true;
    }

    /// <summary>Makes room for what comes after the work.</summary>
    public void End()
    {
        if (_isShown) output.Write(EraseLine);
        _isShown = false;
    }

    // What was there at the beginning, of a rebuild that is gone on with, took none of this time.
    private TimeSpan? Remaining(double fraction) =>
        fraction < 1 && fraction - _first > 0.001 ? Elapsed * ((1 - fraction) / (fraction - _first)) : null;
}
