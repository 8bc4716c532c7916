using Engagement.Host.Commands;

namespace Engagement.Host.Tests;

public sealed class HowLongWorkIsShown
{
    private readonly StringWriter _output = new();
    private readonly Stopwatch _clock = new();

    [Fact]
    public void A_bar_is_written_over_on_a_terminal_and_gone_in_the_end()
    {
        var bar = new ProgressBar(_output, isTerminal: true, _clock, "Rebuilding Views");
        bar.Report(0, "0 events/s");
        _clock.Pass(TimeSpan.FromSeconds(30));
        bar.Report(0.25, "1,234 events/s");
        bar.End();

        _output.ToString().ShouldBe("\r\u001b[KRebuilding Views [######..................]  25 %, 1,234 events/s, 1 min 30 s left\r\r\u001b[K");
    }

    [Fact]
    public void Elsewhere_there_is_a_plain_line_a_second()
    {
        var bar = new ProgressBar(_output, isTerminal: false, _clock, "Verifying");
        for (var i = 0; i <= 10; i++)
        {
            bar.Report(i / 10.0, "10 events/s");
            _clock.Pass(TimeSpan.FromMilliseconds(500));
        }

        bar.End();

        _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            [
                "Verifying: 20 %, 10 events/s, 4 s left",
                "Verifying: 40 %, 10 events/s, 3 s left",
                "Verifying: 60 %, 10 events/s, 2 s left",
                "Verifying: 80 %, 10 events/s, 1 s left",
                "Verifying: 100 %, 10 events/s",
            ]);
    }

    [Fact]
    public void What_was_there_at_the_beginning_is_not_counted_as_speed()
    {
        var bar = new ProgressBar(_output, isTerminal: false, _clock, "Rebuilding Views");
        bar.Report(0.8, "5 events/s");
        _clock.Pass(TimeSpan.FromSeconds(10));

        bar.Report(0.9, "5 events/s");

        _output.ToString().ShouldContain("90 %, 5 events/s, 10 s left");
    }

    [Fact]
    public void A_table_keeps_to_the_line_and_steers_no_terminal()
    {
        var table = new TextTable("NAME", "~BEHIND", "NOTE");
        table.Add("Views", "1,234", "red \u001b[31m and a note that is far too long for the line");
        table.Add("ConsultationMetrics", "7", "");

        table.WriteTo(_output, 60);

        _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            [
                "NAME                 BEHIND  NOTE",
                "Views                 1,234  red  [31m and a note that is f…",
                "ConsultationMetrics       7",
            ]);
    }

    /// <summary>Time passes when a test says so.</summary>
    private sealed class Stopwatch : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
