using System.Security.Cryptography;
using System.Text;
using Engagement.Common;

namespace Engagement.Paper;

/// <summary>Takes a file of forms that one person typed in. Whoever gives it to us has checked it against the paper, and is somebody else.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="File">
/// Text with commas (CSV), in UTF-8: at most 2,000,000 characters and 1,000 forms. The first row names the columns: form, received, proxy,
/// audience, late, and the keys of questions.
/// </param>
/// <param name="KeyedBy">Who typed the forms in.</param>
public sealed record ImportPaperBatch(Guid WaveId, string File, Guid KeyedBy)
{
    internal string FileHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File)));

    internal Guid BatchId => DeterministicId.From("paper batch", WaveId.ToString("N"), FileHash);

    public static Decision Decide(ImportPaperBatch command, int rows, Guid actor) => command.KeyedBy == actor
        ? Decision.Refuse("SAME_PERSON", "Somebody else must check the forms you typed in", "keyedBy")
        : Decision.To(new PaperBatchImported(command.WaveId, command.FileHash, rows, command.KeyedBy, actor));
}
