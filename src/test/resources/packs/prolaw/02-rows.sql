/* Two matters. */
INSERT INTO dbo.Matters (Matters, MatterID, ShortDesc, AreaOfLaw, ClientSort) VALUES
    ('6F9619FF-8B86-D011-B42D-00C04FC964FF', '2026-001', 'Lease', 'Property', 'HARBOUR LINES'),
    ('7F9619FF-8B86-D011-B42D-00C04FC964FF', '2026-002', 'Estate', NULL, 'OBRIEN');
GO
