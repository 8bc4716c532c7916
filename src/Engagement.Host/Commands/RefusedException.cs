namespace Engagement.Host.Commands;

/// <summary>Why a command was not carried out, in a sentence that says what to do. It is shown without a stack trace.</summary>
/// <param name="message">The sentence.</param>
/// <param name="exitCode">What the process ends with: one of <see cref="ExitCode"/>.</param>
internal sealed class RefusedException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    public int ExitCode => exitCode;
}
