using System.Text;

namespace Engagement.Host.Tests;

/// <summary>What is written to the console by one flow of work in this process, while others write there too.</summary>
internal sealed class SaidHere : IDisposable
{
    private static readonly AsyncLocal<SaidHere?> Current = new();

    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    static SaidHere()
    {
        Console.SetOut(new Switch(Console.Out, here => here._output));
        Console.SetError(new Switch(Console.Error, here => here._error));
    }

    private SaidHere()
    {
    }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>From here on, until it is disposed, what this flow says is kept apart.</summary>
    public static SaidHere Begin() => Current.Value = new SaidHere();

    public void Dispose() => Current.Value = null;

    private sealed class Switch(TextWriter elsewhere, Func<SaidHere, TextWriter> here) : TextWriter
    {
        public override Encoding Encoding => elsewhere.Encoding;

        private TextWriter Now => Current.Value is { } said ? here(said) : elsewhere;

        public override void Write(char value) => Now.Write(value);

        public override void Write(string? value) => Now.Write(value);

        public override void Write(char[] buffer, int index, int count) => Now.Write(buffer, index, count);

        public override void WriteLine(string? value) => Now.WriteLine(value);
    }
}
