using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Content;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Entries;

namespace Jarpoint.Jars.Evidence;

/// <summary>Takes entries as they are read and keeps what they say; their bytes are let go at once.</summary>
internal sealed class EvidenceCollector(JarEvidence evidence, JarLimits limits)
{
    private readonly EntryUnpacker unpacker = new(limits);

    /// <summary>Takes in an entry whose local header <paramref name="local"/> begins with.</summary>
    /// <exception cref="JarRejectedException">The manifest cannot be read, or a limit is broken.</exception>
    public void Accept(WantedEntry entry, ReadOnlyMemory<byte> local)
    {
        switch (unpacker.Unpack(local, entry.Location))
        {
            case EntryContent.Unpacked content:
                Keep(entry, content.Bytes);
                break;
            case EntryContent.Unreadable { Fault: var fault }:
                // Java reads the manifest before the first class of a jar, and fails with it.
                if (entry.Role == EntryRole.Manifest)
                {
                    throw new JarRejectedException(RejectionReason.UnreadableEntry, $"Entry {entry.Name} {fault}.");
                }

                Warn(entry, fault);
                break;
            case EntryContent.OverLimit limit:
                if (limit.Reason == RejectionReason.InflatedTooLarge || IsIdentity(entry.Role))
                {
                    throw new JarRejectedException(limit.Reason, $"Entry {entry.Name} {limit.Fault}.");
                }

                Warn(entry, limit.Fault);
                break;
        }
    }

    /// <summary>Notes an entry that was not read.</summary>
    public void Skip(WantedEntry entry)
    {
        evidence.Unread.Add(entry.Name);
        evidence.AddUnreadPom(entry);
    }

    private void Warn(WantedEntry entry, string fault)
    {
        evidence.Warnings.Add(new JarWarning(JarWarningCode.UnreadableEntry, $"Entry {entry.Name} {fault}."));
        Skip(entry);
    }

    private void Keep(WantedEntry entry, byte[] bytes)
    {
        switch (entry.Role)
        {
            case EntryRole.Manifest:
                evidence.Manifest = Manifest.ManifestParser.Parse(bytes);
                break;
            case EntryRole.PomProperties:
                evidence.AddPomProperties(entry, PropertiesFile.Parse(bytes));
                break;
            case EntryRole.PomXml:
                evidence.AddPomXml(entry, Pom.PomParser.Parse(bytes));
                break;
            case EntryRole.Service:
                evidence.AddService(entry.Name, ServiceFile.Parse(bytes));
                break;
            case EntryRole.ModuleInfo:
                evidence.AddModule(entry, Classes.ModuleName.Read(bytes));
                break;
            case EntryRole.PlatformVersion:
                evidence.PlatformVersions[entry.Name] = Version(bytes, "version");
                break;
            case EntryRole.ScalaLibrary:
                evidence.ScalaLibrary = Version(bytes, "version.number");
                break;
            case EntryRole.Licence when LicenceText.Recognise(bytes) is { } licence:
                evidence.LicenceTexts.Add(licence);
                break;
        }
    }

    private static string? Version(byte[] bytes, string key)
        => PropertiesFile.Parse(bytes).GetValueOrDefault(key) is { Length: > 0 } version ? version : null;

    private static bool IsIdentity(EntryRole role)
        => role is EntryRole.Manifest or EntryRole.PomProperties or EntryRole.PomXml;
}
