using Engagement.Participants;

namespace Engagement.Paper;

/// <summary>Somebody typed in a form that came on paper. It counts when somebody else has typed in the same.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="FormNumber">As written on the form.</param>
/// <param name="KeyedBy">Who typed it in.</param>
/// <param name="Sheet">All that is on it, sealed.</param>
public sealed record PaperFormKeyed(Guid WaveId, string FormNumber, Guid KeyedBy, PersonalText Sheet);

/// <summary>Somebody else read parts of the form otherwise. It waits until two agree.</summary>
/// <param name="KeyedBy">Who typed it in the second time.</param>
/// <param name="Parts">The questions, and what else is on the form, that they read otherwise.</param>
public sealed record PaperFormDiffered(Guid KeyedBy, IReadOnlyList<string> Parts);

/// <summary>Two people read the form alike: it is a response now.</summary>
public sealed record PaperFormChecked(Guid CheckedBy, Guid ResponseId);

/// <summary>A file of forms that one person typed in and another checked was taken, whole.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="FileHash">SHA-256 of the file, in hexadecimal: the same file is taken once.</param>
/// <param name="Rows">How many forms were in it.</param>
/// <param name="KeyedBy">Who typed them in.</param>
/// <param name="CheckedBy">Who checked them, and gave us the file.</param>
public sealed record PaperBatchImported(Guid WaveId, string FileHash, int Rows, Guid KeyedBy, Guid CheckedBy);
