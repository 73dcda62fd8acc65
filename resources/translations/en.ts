<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="id_ID">
<context>
    <name>AccessButton</name>
    <message>
        <source>Akses aktif: {access}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada akses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keluar dari akun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manajemen Akses…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s.d. {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Anda menandatangani {paper} {number} senilai {total} dengan {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anda menerima pesanan dan menandatangani {paper} {number} senilai {total} untuk {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda Tangani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangan hanya dapat dibuat saat tersambung. Dokumen tetap dapat dibaca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terima Pesanan dan Tanda Tangani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terima pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak Pesanan…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Batas waktu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buat Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buat Surat Pesanan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar Persetujuan PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf tersimpan {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kembalikan ke PP?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kembalikan ke PP…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keputusan belum tersimpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketentuan Tambahan dan daftar periksa tersimpan sebagai draf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kewenangan {roles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor pesanan tetap; negosiasi terbuka lagi di meja PP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan ini tidak ada pada akses Anda. Pilih pesanan lain dari daftar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah PP mengajukannya atau nego Anda dilanjutkan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu persetujuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinjau {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak pesanan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diajukan {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hemat {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} butir daftar periksa belum dicentang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} menunggu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} kepada {vendor}. Surat dapat dibaca dahulu sebelum ditandatangani.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} {sign} {limit} pada harga tayang; dibeli oleh {role}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BargainPanel</name>
    <message>
        <source>Ajukan Harga Balasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajukan Harga Baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajukan ke PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balasan Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balasan penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batalkan Nego…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Butir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Butir yang dinegosiasikan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan untuk pihak lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hemat dari harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi angka, misalnya 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi kolom:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi sedikitnya satu harga baru; yang kosong tetap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjut Proses Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongkos kirim · Kurir Penyedia
{place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongkos kirim · kurir pihak ketiga
{place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samakan dengan tawaran pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selisih dari harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setujui balasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setujui tawaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TKDN {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tawaran Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tawaran baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tawaran baru: {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tawaran pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total balasan penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total bila tawaran Anda disetujui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total tawaran Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total tawaran pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total yang disepakati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turunkan semua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ulangi tawaran terakhir Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>di bawah {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harus di bawah {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paling rendah {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paling tinggi {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tetap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tetap {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} · tayang {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} harga perlu diperbaiki.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
layanan tambahan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>Notifikasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifikasi, {count} baru</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BellPopup</name>
    <message>
        <source>Belum ada notifikasi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifikasi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BillCard</name>
    <message>
        <source>Atas nama rekening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUP / MAK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rekening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin {no} dari {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, nomor {reference}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BudgetCard</name>
    <message>
        <source>Cari kode, nama paket, atau MAK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pagu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pagu RUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pagu {pagu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paket ini tidak memuat MAK; ketik sendiri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUP &amp; anggaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUP dan pagu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sisa sesudahnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sumber dana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terpakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kurang {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pesanan ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pesanan ini {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sisa {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terpakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terpakai {used}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} {year} · pagu {pagu} · sisa {left}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>Batalkan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartPage</name>
    <message>
        <source>Buka Katalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari produk di Katalog, lalu tekan Tambah Keranjang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah harga {goods} sebelum pajak dan ongkir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keranjang kosong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satu checkout hanya untuk satu penyedia; tiap penyedia menjadi pesanan tersendiri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dari {most} baris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} dikeluarkan dari Keranjang.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Berat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jenis penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PKP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPN dibebaskan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPN tidak dipungut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pajak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perbandingan produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bukan PKP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bukan UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bukan objek PPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>habis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kena PPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kena PPN, barang mewah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanpa berat kirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grams} gram per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kilograms} kg per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} (TKDN {tkdn} + BMP {bmp})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueFilters</name>
    <message>
        <source>Cari produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga dari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga sampai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga terendah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga tertinggi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama produk, merek, atau penyedia…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling sesuai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua kategori</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stok tersedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TKDN + BMP tertinggi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terbaru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urutkan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CataloguePageView</name>
    <message>
        <source>Bandingkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandingkan ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Katalog belum pernah diunduh. Sambungkan ke peladen; unduhan dimulai sendiri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Katalog diunduh begitu tersambung ke peladen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Katalog ini diunduh {moment}. Harga dan stok mungkin berubah; checkout memeriksanya lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Katalog masih kosong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Katalog per {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kosongkan perbandingan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longgarkan saringan atau coba kata lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periksa ejaan atau coba kata lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih sedikitnya dua produk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada produk yang cocok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Luring: metode dipilih saat tersambung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih Metode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanpa batas nilai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untuk nilai di bawah {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Tidak ada yang kurang.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checkout</name>
    <message>
        <source> atau </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batas nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cara pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dapat diproses {roles}. Selisih {gap} dari batas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desa/kelurahan atau kecamatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah per lokasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode pos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Langsung (LS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama penerima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penawaran awal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penawaran ongkir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pernyataan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampai batas ini wewenang {roles}. Minta {roles} membuat pesanan ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sekaligus (1 termin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tepat di batas: masih dapat diproses {roles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin per lokasi pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uang Persediaan (UP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wewenang {roles}. {gap} di atas batas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lokasi {no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perlu diperbaiki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gap} di atas batas. Kurangi jumlah barang, atau minta {roles} membuat pesanan ini.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckoutPage</name>
    <message>
        <source>Bagian checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang &amp; harga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum dapat diajukan: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf · menyimpan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf · tersimpan {time} di perangkat ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus draf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus draf checkout ini?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isian checkout hilang dari perangkat ini. Barang tetap ada di Keranjang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi kirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih barang satu penyedia di Keranjang, lalu tekan Checkout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUP &amp; anggaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada checkout yang dikerjakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckoutPanel</name>
    <message>
        <source>Ajukan Negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anda sedang luring. Pengajuan masuk Kotak Keluar dan baru dihitung sebagai pesanan ketika nomor dari peladen diterima.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bukan wewenang Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DPP nilai lain {factor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layanan tambahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lebih rendah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengkapi {count} hal di bawah dahulu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongkos kirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPN (penyedia bukan PKP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPN {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penawaran awal Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menerima penawaran Anda begitu peladen memberi nomor pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sedang diajukan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wewenang Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang masih kurang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dan {count} lagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{saved} ({share})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Asli dan utuh, {count} tanda tangan sah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum diperiksa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gagal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jangan dipakai sebelum jelas sebabnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keaslian dokumen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lulus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naskah asli, belum ditandatangani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sebagian belum dapat diperiksa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terbuka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pemeriksaan gagal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeInput</name>
    <message>
        <source>{label}, angka {place} dari {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComboField</name>
    <message>
        <source>Pilih…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Cari halaman, nomor pesanan, produk, tindakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari halaman, nomor pesanan, produk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halaman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang cocok.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Alasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alasan masih terlalu pendek: paling sedikit {count} huruf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling sedikit {count} huruf; dibaca oleh pihak lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateRangeField</name>
    <message>
        <source>Tanggal akhir lebih awal daripada tanggal awal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, dari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, sampai</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Alamat dan waktu pengiriman benar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baris pajak sudah diperiksa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar periksa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga wajar dan sudah dinegosiasikan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identitas dan status penyedia sesuai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketentuan Tambahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai sesuai kewenangan pelaksana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUP, MAK, dan pagu tepat serta cukup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spesifikasi sesuai kebutuhan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tercetak pada Surat Pesanan; boleh kosong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada benturan kepentingan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} dari {whole}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message>
        <source>Kurir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penerima dan alamat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Dokumen ini tidak dapat ditampilkan. Berkasnya mungkin rusak; unduh ulang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halaman {page} dari {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyiapkan pratinjau…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selebar halaman</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentsCard</name>
    <message>
        <source>BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada. Surat Pesanan dibuat oleh PPK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ditandatangani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka {kind} {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ditandatangani 1/2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ditandatangani 2/2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftsCard</name>
    <message>
        <source>Balasan nego · {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkout · {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada draf di perangkat ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinjauan · {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Keterangan teknis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang dapat dilakukan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang tersimpan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>wajib</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Tidak jadi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Atur ulang kantor latihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keluar dari akun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tema gelap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tema mengikuti sistem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tema terang</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoodsCard</name>
    <message>
        <source>Barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang &amp; penawaran awal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang dan nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang dan penawaran awal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga satuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hemat dari harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah harga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah penawaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keluarkan dari checkout ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAK {mak}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongkos kirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongkos kirim dan layanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penawaran awal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penawaran ongkir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penawaran pertama mencakup semua barang dan ongkir, masing-masing di bawah harga tayang dan sebelum pajak. Penyedia menjawab dalam {days} hari kerja.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUP {code} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua penawaran di bawah harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harga berubah: {seen} menjadi {price} per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tayang {price} per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak ada lagi di katalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} harga Anda isi sendiri; memilih lagi menggantinya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lowest} sampai {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
PDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} · tayang {price}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Ajukan ke PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buat BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jawab harga balasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jawab penawaran pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Konfirmasi pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan proses pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periksa barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periksa yang tidak diterima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangani BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangani Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tandai pesanan tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terima pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinjau &amp; buat Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nego turun {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putaran {no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>termin {no} dari {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sent} dari {count} lokasi dikirim</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Menunggu tindakan Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} jatuh tempo hari ini</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncomeCard</name>
    <message>
        <source>Belum dibayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sedang dikerjakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah dibayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uang dalam perjalanan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectCard</name>
    <message>
        <source>BAST hanya dapat dibuat bila pernyataan ini benar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang berfungsi dan sesuai spesifikasi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang diterima tepat waktu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dihitung dari {base} sebelum PPN ({source}). Sebagai informasi; dipotong saat pembayaran bila pernyataan tepat waktu tidak dicentang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diminta tiba paling lambat {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi tanggal selesai, paling lambat hari ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah barang sesuai pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luring: pemeriksaan disimpan saat tersambung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pemeriksaan Tepat Guna</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan Pemeriksaan dan Lanjut ke BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggal selesai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terlambat {days} hari, denda {penalty}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>BMP {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang, harga, dan pembanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disepakati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TKDN {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termurah sejenis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impor atau tanpa PDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak ada
di katalog lokal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} di atas harga ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} di bawah harga ini</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Buat Kunci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frasa sandi cukup kuat dan sama.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frasa sandi kunci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frasa sandi tidak dapat dipulihkan siapa pun. Bila lupa, buat kunci baru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Komputer ini belum punya kunci tanda tangan Anda. Kunci dibuat dan disimpan di sini, terkunci oleh frasa sandi; kunci tidak pernah dikirim. Peladen hanya menerbitkan sertifikat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masih kurang: {lacks}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ulangi frasa sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>angka, spasi, atau tanda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>huruf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ulangan yang sama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} huruf lagi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Tutup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DPP nilai lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga dan pajak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hemat {amount} · {share} dari harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layanan tambahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} putaran: {totals}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MultilineField</name>
    <message>
        <source>Tersisa {count} huruf.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>lengkap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NegotiationList</name>
    <message>
        <source>Ajukan negosiasi dari checkout di Keranjang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balasan ditolak, periksa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor, penyedia, produk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tawaran pembeli muncul di sini begitu diajukan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ubah atau hapus kata pencarian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harga disepakati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putaran {no}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NegotiationPage</name>
    <message>
        <source>Ajukan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajukan ke PPK?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anda menawar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anggaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batalkan Nego</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batalkan negosiasi?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dapat diproses {roles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf tersimpan {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga dan catatan yang Anda tulis tersimpan sebagai draf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isian Anda dari putaran {no}. Pihak lain sudah menjawab: periksa lagi angkanya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjut proses pesanan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi ini tidak ada pada akses Anda. Pilih negosiasi lain dari daftar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pagu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli menawar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia membalas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perjalanan pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan masuk Daftar Persetujuan PPK dengan harga yang disepakati.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putaran {no} · {turn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Riwayat negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setujui harga ini?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sisa pagu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak negosiasi?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total {total}, hemat {share} dari harga tayang. Setelah disetujui, harga tidak dapat diubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why} Isian Anda masih ada di bawah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}: {state}. Dikirim sendiri begitu tersambung, paling lambat {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} dari harga tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} {sign} {limit}, dihitung dari harga tayang.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Boleh kosong. Terbaca oleh penyedia dan PPK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan &amp; pernyataan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan untuk penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spesifikasi, kebutuhan, dan anggaran sudah dipersiapkan sesuai ketentuan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>Ganti Nomor dan Terbitkan Ulang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menurut penomoran satker Anda. Usulan mengikuti nomor terakhir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terbitkan BAST</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>Alasan: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang dalam perjalanan; penyedia menandai tiba.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batas: {due}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bendahara membayar termin berikutnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bendahara membayar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berakhir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jawab negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat Riwayat Nego</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu peladen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK memeriksa barang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK memilih metode pembayaran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK menandatangani Surat Pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK menerbitkan dan menandatangani BAST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK meninjau dan membuat Surat Pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli meneruskan pesanan ke persetujuan PPK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli menjawab harga balasan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menandatangani BAST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menerima dan menandatangani Surat Pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia mengirim barang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menjawab tawaran pembeli.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periksa dan buat BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perjalanan pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan ini tidak ada pada akses Anda. Kembali ke daftar pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan tidak dapat dibaca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proses pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangani BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangani Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terima Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teruskan pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang perlu Anda lakukan sampai peladen menjawab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinjau Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang sudah terjadi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deeds}: {state}. Yang tampil sudah memperhitungkannya, tetapi belum dipastikan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}: {state}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berjalan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku kerja Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar tidak dapat diolah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ditolak peladen, periksa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ekspor daftar pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ekspor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat semua pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai sekarang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor, penyedia, produk, RUP…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu tindakan saya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan muncul di sini begitu giliran Anda tiba.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan tampil di sini setelah negosiasi diajukan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satuan kerja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang perlu tindakan Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tulis daftar yang tampil ke XLSX atau CSV (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ubah atau hapus kata pencarian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} perlu tindakan Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pesanan ditulis ke {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} +{rest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Belum ada yang diterima pada perangkat ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum selesai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibuat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kemungkinan ditolak: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kirim sekarang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kotak Keluar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luring: {count} menunggu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perbuatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah diterima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah saya baca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tarik kembali?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tarik kembali…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak dapat dikerjakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang Anda kerjakan saat luring akan menunggu di sini sampai dijawab peladen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kali dicoba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} perlu jawaban Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sedang dikirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” belum dikirim dan tidak akan dikirim lagi.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Kembali</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteButton</name>
    <message>
        <source>Cari halaman, nomor pesanan, produk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartiesCard</name>
    <message>
        <source>Catatan pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibeli oleh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LS (Langsung)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NIB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPWP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PKP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penanggung jawab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia dan pembelian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status usaha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UP (Uang Persediaan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bukan PKP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bukan UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sekaligus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Isi frasa sandi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kedua frasa sandi tidak sama.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>Harus tepat sebesar termin; disalin dari BAST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi tanggal bayar, paling lambat hari ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Konfirmasi Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Konfirmasi pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luring: pembayaran dikonfirmasi saat tersambung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor SP2D atau bukti bayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggal bayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin {no} pesanan {number}: {amount} untuk {vendor}, rekening {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Cara pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kanal UP (KKP, virtual account) hanya membayar di bawah {limit}. Bila setelah negosiasi nilainya belum turun, siapkan LS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pejabat Pengadaan membayar dengan UP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin tersedia bila ada beberapa lokasi.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Bea meterai kuitansi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bendahara SKPD memesan kode bayar, lalu mentransfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bendahara membayar dengan kartu di platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bendahara mentransfer ke nomor VA pesanan ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denda keterlambatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kartu Kredit Pemerintah (KKP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontrak dicatat di SAKTI, SPM LS ke KPPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LS Kontraktual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LS Non-kontraktual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LS Pemda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPh Final UMKM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPh Pasal 21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPh Pasal 22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPh Pasal 23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPh Pasal 4 ayat 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPP, SPM, lalu SP2D di SIPD; dicatat di sini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPP, SPM, lalu SP2D lewat SAKTI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer Bank (Kode Bayar)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual Account {bank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dari {base}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dipotong dari pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dipungut oleh bendahara instansi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dipungut oleh platform (Pihak Lain)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disetor sendiri oleh penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ditanggung penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak dipungut: barang dikecualikan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak dipungut: dibayar dengan KKP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak dipungut: nilainya tidak melebihi batas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak dipungut: omzet UMKM di bawah batas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsCard</name>
    <message>
        <source>Keadaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin {no} dari {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dibayar {day}
{reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>menunggu metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>menunggu pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Anda tidak dapat membayar pesanan ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dalam perjalanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Di PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Di bendahara</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isian Anda masih ada; tidak ada pembayaran yang dicatat dua kali.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyusul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metode tercatat. Giliran bendahara membayar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran {amount} dengan nomor {reference} tercatat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periksa status pesanan, lalu ulangi bila belum tercatat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu dibayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah dibayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagihan tampil setelah BAST ditandatangani kedua pihak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagihan tampil setelah barang diperiksa PPK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin sebelumnya dibayar dahulu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada pembayaran untuk ditampilkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada uang dalam perjalanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dibayar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang sudah dikonfirmasi tampil di sini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · termin {no}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickerField</name>
    <message>
        <source>Mencari…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih salah satu dari daftar yang muncul ketika mengetik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang cocok. Periksa ejaan atau coba kata lain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceEditor</name>
    <message>
        <source>Alamat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan alamat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desa/kelurahan atau kecamatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketik nama desa atau kecamatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode pos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama penerima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongkir {price} untuk {kilograms} kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Alamat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alamat yang pernah dipakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus lokasi ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi dari pesanan sebelumnya…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi dan pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongkir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penerima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah lokasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum dikirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dikirim {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terbalik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiba {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lokasi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Bandingkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batal bandingkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beli Langsung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada produk dipilih</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dikirim dari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KBKI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pajak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling banyak empat produk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembelian minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih produk di daftar untuk melihat harga dan spesifikasinya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk setara</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spesifikasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada produk setara di katalog lokal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} masuk Keranjang.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>Negosiasi hanya menurunkan {saved} ({share}). Apakah harga masih dapat diturunkan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai {total} adalah {share} dari batas {limit}. Apakah kebutuhan ini tidak dipecah?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pertanyaan sebelum memutuskan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang menonjol pada data di komputer ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total {total} mencapai {share} dari pagu {pagu}. Dari mana perkiraan harganya?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pertanyaan, bukan temuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{product} {price}, {share} di atas {peer} dari {vendor}. Mengapa penyedia ini dipilih?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Navigasi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivingPage</name>
    <message>
        <source>Anda sudah menandatangani. Giliran penyedia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAST di penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAST {number} sudah terbit. Tanda tangani.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang yang diterima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dipesan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini; pesanan tidak berubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengkap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pemeriksaan selesai. Beri nomor BAST dan tanda tangani.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penerimaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah penyedia mengirim barang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih pesanan di kiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sebagian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tiba belum terkirim ke peladen; dikirim sendiri begitu tersambung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diterima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} di perjalanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Belum ada pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan terakhir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewerCard</name>
    <message>
        <source>Anda membeli sebagai PPK, jadi Anda sendiri yang meninjau.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada PPK aktif di satuan kerja ini. Minta PPK mengaktifkan aksesnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setelah harga disepakati, PPK ini yang menyetujui pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatsCard</name>
    <message>
        <source>Belum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gilirannya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangan kedua pihak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment} · sertifikat {serial}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>kurang {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lengkap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>periksa {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentPanel</name>
    <message>
        <source>Anda sedang luring. Pengajuan tersimpan di perangkat ini dan dikirim begitu tersambung; belum menjadi pesanan sebelum nomor dari peladen diterima.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjut belanja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat Kotak Keluar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu nomor pesanan dari peladen. Halaman negosiasi terbuka sendiri begitu nomor diterima; bila ditolak, isian Anda kembali ke sini beserta alasannya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengajuan negosiasi tersimpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terkirim, belum dipesan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Isi alamat peladen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>(sasaran {share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dihitung dari pesanan yang sudah diterima penyedia; belum ada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk dalam negeri &amp; UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pesanan, nilai barang {goods}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharesGrid</name>
    <message>
        <source>Ambil semua yang belum dibagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum dibagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Di sini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dipesan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah di lokasi ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah untuk lokasi ini</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShellWindow</name>
    <message>
        <source>Ada yang tidak berhasil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beranda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf dan antrean Kotak Keluar tetap tersimpan di perangkat ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kesalahan program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kotak Keluar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODE LATIHAN — data simulasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manajemen Akses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penerimaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengawasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persetujuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program menemui kesalahan yang tidak terduga.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang dikirim ke katalog nasional; semua dokumen bertanda SIMULASI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ulangi langkah tadi. Bila terjadi lagi, salin laporan dan kirim kepada pengelola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} — MODE LATIHAN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShipFormCard</name>
    <message>
        <source>Barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dikirim sekarang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dikirim: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nama kurir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nama pengemudi dan nomornya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nomor resi dari kurir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi perkiraan tiba, hari ini atau sesudahnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah dikirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama kurir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor resi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengemudi dan nomor ponsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perkiraan tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sisa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recipient} ({phone}) · {street}, {region} · diminta tiba {dates}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shipments</name>
    <message>
        <source>Diterima oleh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nama penerima barang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama orang atau bagian yang menerima barang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tandai Tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tandai pengiriman tiba</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShipmentsCard</name>
    <message>
        <source>Belum ada barang yang dikirim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dalam perjalanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dikirim {sent}, perkiraan tiba {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengiriman jatuh tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengiriman {no} · {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tandai tiba…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiba {moment}, diterima oleh {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang harus dikirim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShippingPage</name>
    <message>
        <source>Ada yang belum terkirim ke peladen; dikirim sendiri begitu tersambung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu dikirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah Anda menerima dan menandatangani Surat Pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih pesanan di kiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiba, diperiksa PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dikirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} di perjalanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} perlu dikirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>Frasa sandi kunci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda Tangani</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Alamat peladen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contoh: inaproc.kantor.go.id. Sambungan selalu terenkripsi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frasa sandi komputer ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Komputer ini tidak punya penyimpanan rahasia. Buat satu frasa sandi; frasa ini ditanya setiap kali aplikasi dibuka, dan tidak dapat dipulihkan bila terlupa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masukkan frasa sandi komputer ini untuk melanjutkan sesi yang disimpan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peladen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periksa dan gunakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ulangi frasa sandi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Enam angka dari aplikasi autentikator Anda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi kata sandi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nama pengguna atau email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kantor buatan di komputer ini, untuk belajar dan mencoba. Semua data simulasi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode verifikasi dua langkah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melanjutkan sesi Anda…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menghubungi peladen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyiapkan kantor latihan… Yang pertama kali butuh beberapa detik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode latihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama pengguna atau email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orang latihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peladen belum dipilih.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peladen latihan {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peladen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih peran latihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULASI: semua orang dan kantor ini buatan, dan kata sandinya umum. Satu klik mengisi formulir; klik ganda langsung masuk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tetap masuk di perangkat ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} · versi {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada tanda tangan untuk diperiksa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum dapat diperiksa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diubah setelah ditandatangani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memeriksa dokumen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memeriksa kunci dan kehadiran Anda…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memeriksa tanda tangan Anda…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menandatangani…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengambil dokumen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengirim… Tidak dapat dibatalkan lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF biasa tanpa isi aktif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pemesan (PPK)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penanda tangan sesuai catatan pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penerbit sertifikat tepercaya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penerima (PPK)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu sambungan untuk diperiksa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sama dengan naskah di peladen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangan utuh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak. Di berkas: {names}. Bandingkan dengan riwayat pesanan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak. Isi berkas berubah; jangan dipakai sebagai bukti.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak. Jangan ditandatangani; laporkan kepada pengelola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak. Salinan ini bukan naskah yang berlaku; buka lagi saat tersambung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak. Sertifikat bukan dari penerbit layanan ini, atau sudah tidak berlaku.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya, ada perubahan. Jangan dipakai sebagai bukti; laporkan kepada pengelola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya. Byte yang ditandatangani tidak berubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya. Diterbitkan oleh {issuer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya. Sidik SHA-256 {hash}… cocok.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya. Tidak ada skrip, lampiran, atau sandi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya. {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>Belum berhasil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ditandatangani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum terbit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bila tanda tangan sempat terkirim, jawabannya ditanyakan lagi dan tampak di Kotak Keluar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumen belum ada di komputer ini. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumen di peladen dan kunci Anda tidak berubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumen ini tidak ada pada akses Anda. Buka Pesanan dan pilih dari sana.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nomor BAST di kanan. Setelah diterbitkan, dokumennya tampil di sini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini; pesanan tidak berubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kunci dan sertifikat Anda siap di komputer ini. Silakan tanda tangani.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengkap: dua tanda tangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengambil dokumen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF disimpan di {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penandatanganan dihentikan. Tidak ada yang dikirim; pesanan tidak berubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periksa, lalu tanda tangani lagi. Mengulang aman: dokumennya tetap sama.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran pembeli dilepas. Alasan dibaca oleh PPK dan Pejabat Pengadaan. Ini tidak dapat diurungkan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan dibatalkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salinan di komputer ini, diambil {moment}. Tanpa sambungan, belum tentu revisi terakhir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolak pesanan ini?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunggu tersambung, lihat status pesanan, lalu ulangi bila belum tertanda tangan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} pesanan ini belum terbit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpendingCard</name>
    <message>
        <source>Belanja {year} terhadap pagu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada paket RUP tahun ini di perangkat ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dan {count} paket lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {used} dari pagu {pagu}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepUp</name>
    <message>
        <source>Gunakan kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gunakan kode autentikator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi akun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode autentikator (6 angka)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubjectCard</name>
    <message>
        <source>Nomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncButton</name>
    <message>
        <source>Luring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luring · {count} perubahan menunggu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyinkron…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyinkron… {done}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu perhatian · {count} ditolak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersinkron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersinkron {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}. Klik untuk membuka Kotak Keluar.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Kembalikan lebar kolom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urutkan menurut</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Batas waktu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka Katalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu tindakan Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mulai belanja dari Katalog; tugas baru muncul di sini begitu ada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tugas baru muncul di sini begitu ada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaxCard</name>
    <message>
        <source>Beban anggaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dihitung tanpa surat keterangan PPh final UMKM; periksa bila penyedia memilikinya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diterima di rekening penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pajak dan potongan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sebagai informasi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Perlihatkan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VendorGroup</name>
    <message>
        <source>Checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga satuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah harga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah {goods} sebelum pajak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia ini tidak aktif lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selesaikan dahulu produk yang ditandai merah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>APIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAST {number} diterbitkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang dikirim ke lokasi {delivery} dengan {courier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang diperiksa, terlambat {days} hari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barang diperiksa: tepat guna</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batal Otomatis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batas waktu lewat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bendahara</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bentrok dengan perubahan lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dalam Pengiriman / Pengerjaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diajukan untuk persetujuan PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibatalkan saat negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibayarkan Sebagian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diproses Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ditahan: perlu tindakan Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ditolak PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf checkout disimpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giliran {party}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melanjutkan proses pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membatalkan negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membuat Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memeriksa barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memilih metode pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menandai pesanan tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menandatangani BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menandatangani Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menerbitkan BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menerima pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengajukan harga balasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengajukan harga baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengajukan ke PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengajukan negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengembalikan ke PP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengirim barang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengonfirmasi pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menolak negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menolak pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menolak pesanan pada persetujuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi BAST oleh Pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi BAST oleh Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu PPK memilih metode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu Pemilihan Metode Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu Persetujuan PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyetujui harga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyimpan draf checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metode pembayaran dipilih: {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nego Disepakati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi batal otomatis: batas waktu lewat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi batal: produk turun tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi diajukan, penawaran awal {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Anda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK menandatangani BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK menandatangani Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK mengembalikan ke pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPK menolak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pejabat Pengadaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran di Luar Sistem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembayaran termin {termin} dikonfirmasi: {amount} ({reference})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli membatalkan negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli mengajukan harga baru, total {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembeli menyetujui harga, total {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menandatangani BAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menawar balik, total {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menerima dan menandatangani Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menolak negosiasi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menolak pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyedia menyetujui harga, total {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu Diproses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permintaan Pembatalan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan Tiba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan Tiba - Menunggu Konfirmasi Penyedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan batal otomatis: batas waktu penyedia lewat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan dalam pengiriman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesanan tiba, diterima oleh {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pokja Pemilihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk turun tayang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proses Addendum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proses Tanda Tangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sistem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surat Pesanan dibuat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terkirim, menunggu jawaban</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang perlu bertindak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinjauan PPK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifikator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s.d. {until}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_About</name>
    <message>
        <source>Pakai harga baru</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_DateLine</name>
    <message>
        <source>Buka kalender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling akhir {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling awal {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggal tidak terbaca. Tulis misalnya 25-11-2026.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Di bawah minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga naik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harga turun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keluarkan dari Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keluarkan {name} dari Keranjang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melebihi stok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pakai harga baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling sedikit {least}. Tambah jumlahnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Produk ini tidak dijual lagi. Keluarkan, lalu cari penggantinya di Katalog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semula {seen}, sekarang {price}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stok {left}. Kurangi jumlahnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turun tayang</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>baru</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_NumberField</name>
    <message>
        <source>Angkanya terlalu besar. Periksa jumlah nolnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bukan angka. Tulis angka saja, misalnya {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling banyak dua angka di belakang koma, misalnya {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak boleh kurang dari nol. Tulis misalnya {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titik atau koma tidak pada tempatnya. Tulis misalnya {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tulis rupiah utuh tanpa sen, misalnya {example}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Paper</name>
    <message>
        <source>Halaman {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self.window</name>
    <message>
        <source>Menyiapkan INAPROC Desktop…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
