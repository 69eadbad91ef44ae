using Jarpoint.Jars.Archive;

namespace Jarpoint.Jars.Entries;

/// <summary>An entry whose content says something about the jar.</summary>
internal sealed record WantedEntry(string Name, EntryRole Role, EntryLocation Location);
